package com.quaily.delivery.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Blocked! See https://evil.example/login",
        "Blocked! See evil.example",
        "Blocked! See HTTPS:evil.example",
        "Write to help@evil.example",
        "Write to help＠evil．example",
        "見て evil。example",
        "http://192.0.2.1/x"
      })
  void nothingThatAMailProgramWouldLinkIsLeft(String title) {
    String name = PlainText.name(title);

    assertFalse(name.matches("(?i).*(\\w[.。．]\\w|://|@|＠|https?:).*"), name);
    assertFalse(name.isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada’s letters", "手紙と日記。", "Vol. 3: on trains", "7 days"})
  void ordinaryTitlesStayAsTheyAre(String title) {
    assertEquals(title, PlainText.name(title));
  }

  @Test
  void longNamesAreCutAndLinesJoined() {
    assertEquals("a b", PlainText.name("a\r\n\u2028b"));
    assertEquals("x".repeat(60) + "…", PlainText.name("x".repeat(200)));
    assertEquals("😀".repeat(60) + "…", PlainText.name("😀".repeat(61)));
    assertTrue(PlainText.name("Call +1 (555) 123-4567 now").contains("…"));
  }
}
