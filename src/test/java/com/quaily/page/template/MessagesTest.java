package com.quaily.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.model.Language;
import com.quaily.page.html.PageSamples;
import java.time.ZoneOffset;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void everyLanguageSaysTheSame() {
    Set<String> english = keys(Language.EN);
    assertEquals(english, keys(Language.JA));
    assertEquals(english, keys(Language.ZH));
  }

  @Test
  void numbersChooseTheirForm() {
    assertEquals("1 comment", Messages.of(Language.EN).count("comments", 1));
    assertEquals("0 comments", Messages.of(Language.EN).count("comments", 0));
    assertEquals("12,345 posts", Messages.of(Language.EN).count("posts", 12_345));
    assertEquals("コメント1件", Messages.of(Language.JA).count("comments", 1));
  }

  @Test
  void datesAreWrittenAsTheLanguageDoes() {
    assertEquals(
        "May 17, 2026", Messages.of(Language.EN).date(PageSamples.PUBLISHED, ZoneOffset.UTC));
    assertEquals(
        "2026年5月17日", Messages.of(Language.ZH).date(PageSamples.PUBLISHED, ZoneOffset.UTC));
  }

  @Test
  void argumentsAreNotReadAsPlaces() {
    assertEquals("Updated {0}", Messages.of(Language.EN).format("updated", "{0}"));
  }

  @Test
  void aMissingTextIsAnError() {
    Messages underTest = Messages.of(Language.EN);
    assertThrows(MissingResourceException.class, () -> underTest.get("no.such.text"));
  }

  /** The keys without the endings for numbers, which differ by language. */
  private static Set<String> keys(Language language) {
    return Messages.of(language).keys().stream()
        .map(key -> key.replaceAll("\\.(one|other)$", ""))
        .collect(Collectors.toSet());
  }
}
