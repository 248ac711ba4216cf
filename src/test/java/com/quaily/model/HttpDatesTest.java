package com.quaily.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDatesTest {

  private static final Instant TIME = Instant.parse("1994-11-06T08:49:37Z");

  @Test
  void aDayIsWrittenWithTwoDigits() {
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", HttpDates.format(TIME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void everyFormThatClientsSendIsRead(String text) {
    assertEquals(Optional.of(TIME), HttpDates.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "1994-11-06T08:49:37Z", "Mon, 06 Nov 1994 08:49:37 GMT"})
  void nothingElseIsADate(String text) {
    assertEquals(Optional.empty(), HttpDates.parse(text));
  }
}
