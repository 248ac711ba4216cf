package com.quaily.page.typography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmartPunctuationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Stay,\" she said.|“Stay,” she said.",
        "It's the dogs' bone.|It’s the dogs’ bone.",
        "He said \"she said 'no'\".|He said “she said ‘no’”.",
        "\"'Tis,\" he said, \"'twas in the '60s.\"|“’Tis,” he said, “’twas in the ’60s.”",
        "rock 'n' roll|rock ’n’ roll",
        "(\"a\") [\"b\"] —\"c\"|(“a”) [“b”] —“c”",
        "\"I was—\" he began|“I was—” he began",
        "pages 10--20, then -- a rest|pages 10–20, then – a rest",
        "yes---no|yes—no",
        "--- Anon.|— Anon.",
        "Well... no....|Well… no….",
        "the 1990's and O'Neill|the 1990’s and O’Neill",
        "他说\"好\"了|他说“好”了",
      })
  void typewriterPunctuationBecomesTypographic(String typed, String shown) {
    assertEquals(shown, SmartPunctuation.of(typed, "en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a board of 6' by 8\" and a screen of 27\"",
        "6'2\" tall",
        "run it with --help or --no-build",
        "https://example.com/a--b and www.example.com/a--b",
        "the host xn--fiq228c.example",
        "the name foo__bar--baz",
        "a row of ---- and -----",
        "an arrow --> or <-- or ==--==",
        "the folder ../../up and .../x",
        "f(...args) and [...list]",
        "the attribute class=\"big\" or lang='en'",
        "a lone \" and a lone ' stay",
        "no change – at “all”",
        "",
      })
  void whatIsNoProseStaysAsTyped(String typed) {
    assertEquals(typed, SmartPunctuation.of(typed, "en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "zh-Hans", "de", "fr", "", "und", "not a language"})
  void otherLanguagesStayAsTyped(String lang) {
    assertFalse(SmartPunctuation.appliesTo(lang));
    assertEquals("\"a\" -- it's...", SmartPunctuation.of("\"a\" -- it's...", lang));
  }

  @Test
  void everyEnglishIsEnglish() {
    assertTrue(SmartPunctuation.appliesTo("en"));
    assertTrue(SmartPunctuation.appliesTo("en-GB"));
    assertTrue(SmartPunctuation.appliesTo("EN-us"));
  }

  @Test
  void aTypesetTextStaysAsItIs() {
    String once = SmartPunctuation.of("\"It's -- well...\" 'so'", "en");

    assertEquals("“It’s – well…” ‘so’", once);
    assertEquals(once, SmartPunctuation.of(once, "en"));
  }

  @Test
  void longRowsOfPunctuationTakeNoLongerThanText() {
    String quotes = "\"'".repeat(250_000);
    String dashes = "a--b".repeat(250_000);

    assertEquals(quotes.length(), SmartPunctuation.of(quotes, "en").length());
    assertEquals(750_000, SmartPunctuation.of(dashes, "en").length());
  }
}
