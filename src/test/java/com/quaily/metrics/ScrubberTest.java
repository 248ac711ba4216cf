package com.quaily.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from ada@example.com to bob@example.net   | from …@… to …@…",
        "Ada <ada@example.com>                     | Ada <…@…>",
        "email=ada@example.com                     | email=…@…",
        "ada@example.com,bob@example.net;c@d.example | …@…,…@…;…@…",
        "@ada@mastodon.example                     | @…@…",
        "アダ@例え.テスト                             | …@…"
      })
  void addressesAreRemovedWhateverStandsAroundThem(String text, String expected) {
    assertEquals(expected, Scrubber.scrub(text));
  }

  @Test
  void queriesAndTokensAreRemoved() {
    assertEquals("GET /a?…", Scrubber.scrub("GET /a?token=secret"));
    assertEquals("key …", Scrubber.scrub("key 0123456789abcdefghijklmnop"));
  }

  @Test
  void otherTextStays() {
    assertEquals("post 7 not found", Scrubber.scrub("post 7 not found"));
    assertNull(Scrubber.scrub((String) null));
  }
}
