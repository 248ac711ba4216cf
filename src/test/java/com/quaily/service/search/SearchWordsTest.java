package com.quaily.service.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

  @Test
  void wordsBetweenSpacesLoseTheirAccentsAndCapitals() {
    assertEquals("the cafe of zurich 2026 ", SearchWords.ofText("The Café of Zürich, 2026!"));
  }

  @Test
  void textWithoutSpacesBecomesPairsAndTheEndOfEachRun() {
    assertEquals("东京 京都 都 ", SearchWords.ofText("東京都。"));
    assertEquals("がく く ", SearchWords.ofText("がく"));
  }

  @Test
  void repeatedWordsAreIndexedOnlyAFewTimes() {
    assertEquals("ha ha ha ha end ", SearchWords.ofText("Ha, ha, ha! ".repeat(50) + "End"));
    assertEquals("あ".repeat(2).concat(" ").repeat(4) + "あ ", SearchWords.ofText("あ".repeat(50)));
  }

  @Test
  void traditionalAndSimplifiedCharactersAreTheSame() {
    assertEquals(SearchWords.ofText("台灣的書"), SearchWords.ofText("台湾的书"));
  }

  @Test
  void aQueryRequiresAllWordsAndTreatsTheLastAsAPrefix() {
    assertEquals("quiet & (harb | harb:*)", SearchWords.ofQuery("Quiet harb"));
    assertEquals("quiet & harb", SearchWords.ofQuery("Quiet harb."));
  }

  @Test
  void aQueryInChineseOrJapaneseRequiresAllPairs() {
    assertEquals("东京 & 京都", SearchWords.ofQuery("東京都"));
    assertEquals("猫:*", SearchWords.ofQuery("猫"));
  }

  @Test
  void noOperatorInAQueryReachesTheDatabase() {
    assertEquals("a & b & c", SearchWords.ofQuery("a & !b | (c):* <-> '\\"));
    assertEquals("", SearchWords.ofQuery("'' \\ !!! :*"));
  }

  @Test
  void noTextIsTooLongForTheIndex() {
    StringBuilder text = new StringBuilder();
    for (int c = 0x4e00; c < 0x9fa5; c++) {
      text.appendCodePoint(c).appendCodePoint(0x9fa5 - c + 0x4e00);
    }
    String words = SearchWords.ofText(text.toString());

    assertTrue(words.getBytes(StandardCharsets.UTF_8).length < 500_000);
    assertTrue(words.split(" ").length <= 30_000);
  }
}
