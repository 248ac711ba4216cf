package com.quaily.importer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private final DateReader underTest = new DateReader(ZoneId.of("Asia/Tokyo"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-05-01T12:30:00Z|2024-05-01T12:30:00Z",
        "2024-05-01T12:30:00+09:00|2024-05-01T03:30:00Z",
        "2024-05-01T12:30:00.123456Z|2024-05-01T12:30:00.123456Z",
        "2024-05-01t12:30:00z|2024-05-01T12:30:00Z",
        "2024-05-01T12:30|2024-05-01T03:30:00Z",
        "2024-05-01|2024-04-30T15:00:00Z",
        "2024-5-1|2024-04-30T15:00:00Z",
        "20240501|2024-04-30T15:00:00Z",
        "2024-05-01 12:30|2024-05-01T03:30:00Z",
        "2024-05-01 12:30:00 +0900|2024-05-01T03:30:00Z",
        "2024-05-01 12:30:00 +0000|2024-05-01T12:30:00Z",
        "2024-05-01 12:30:00 -5|2024-05-01T17:30:00Z",
        "2024-05-01 12:30:00 UTC|2024-05-01T12:30:00Z",
        "2024-05-01 12:30:00 Europe/Berlin|2024-05-01T10:30:00Z",
        "2024/5/1|2024-04-30T15:00:00Z",
        "2024/05/01 9:05|2024-05-01T00:05:00Z",
        "2024.05.01|2024-04-30T15:00:00Z",
        "May 1, 2024|2024-04-30T15:00:00Z",
        "1 May 2024|2024-04-30T15:00:00Z",
        "1st Sept. 2024|2024-08-31T15:00:00Z",
        "Wednesday, May 1st 2024, 9:05 pm|2024-05-01T12:05:00Z",
        "May 1, 2024 12:00 AM|2024-04-30T15:00:00Z",
        "Wed, 01 May 2024 12:30:00 +0000|2024-05-01T12:30:00Z",
        "Wed, 01 May 2024 12:30:00 GMT|2024-05-01T12:30:00Z",
        "2024年5月1日|2024-04-30T15:00:00Z",
        "2024年05月01日 8:30|2024-04-30T23:30:00Z",
        "2024 年 5 月 1 日|2024-04-30T15:00:00Z",
        "2024년 5월 1일|2024-04-30T15:00:00Z",
        "1714521600|2024-05-01T00:00:00Z",
        "1714521600123|2024-05-01T00:00:00Z",
      })
  void readsWhatPeopleAndProgramsWrite(String text, String expected) {
    assertEquals(Optional.of(Instant.parse(expected)), underTest.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2024-02-30",
        "2024-13-01",
        "2024-05-01 25:00",
        "3/4/2024",
        "Mayday 1 2024",
        "32 May 2024",
        "2024-05-01 12:30 Middle/Earth",
        "2024-05-01 13:00 pm",
        "12:30",
        "{{date}}"
      })
  void guessesNothing(String text) {
    assertEquals(Optional.empty(), underTest.read(text));
  }
}
