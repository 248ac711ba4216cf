package com.quaily.service.composer;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Splits plain text into sentences. */
final class Sentences {

  private static final int MOST = 500;

  private Sentences() {}

  /** The sentences in order, without surrounding white space. */
  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : text.split("\n+")) {
      BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
      breaks.setText(paragraph);
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
        String sentence = paragraph.substring(start, end).strip();
        if (!sentence.isEmpty() && sentences.size() < MOST) {
          sentences.add(sentence);
        }
      }
    }
    return sentences;
  }
}
