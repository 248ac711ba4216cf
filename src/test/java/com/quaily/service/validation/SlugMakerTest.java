package com.quaily.service.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.post.Slug;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugMakerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Hello, World!|hello-world",
        "  What's   new?  |whats-new",
        "Don\u2019t panic|dont-panic",
        "Čeština & Ελληνικά|cestina-ellenika",
        "Straße nach Øresund|strasse-nach-oresund",
        "snake_case stays|snake_case-stays",
        "中文笔记|zhong-wen-bi-ji",
        "ひらがな カタカナ|hiragana-katakana",
        "100 % 自由|100-zi-you",
        "Привет, мир|privet-mir",
        "../../etc/passwd|etc-passwd",
      })
  void aTitleInAnyScriptBecomesReadableLatin(String title, String slug) {
    assertEquals(slug, SlugMaker.from(title));
  }

  @Test
  void aTitleWithoutLettersGetsAHash() {
    assertTrue(SlugMaker.from("🎉🎉").matches("post-[0-9a-f]{8}"));
    assertEquals(SlugMaker.from("🎉🎉"), SlugMaker.from("🎉🎉"));
    assertNotEquals(SlugMaker.from("🎉🎉"), SlugMaker.from("!?"));
  }

  @Test
  void noSlugIsInventedForATextWithoutLetters() {
    assertEquals(Optional.empty(), SlugMaker.normalize("///"));
  }

  @Test
  void aLongTitleIsCutBetweenTwoWords() {
    String slug = SlugMaker.from("word ".repeat(60));

    assertTrue(slug.length() <= 80 && slug.endsWith("word"), slug);
  }

  @Test
  void everyGeneratedSlugIsValid() {
    for (String title : new String[] {"漢".repeat(300), "---", "\u0000\uD800", "ـــ", "ĄĘ", "ﷺ"}) {
      assertTrue(Slug.isValid(SlugMaker.from(title)), title);
    }
  }
}
