package com.quaily.page.markdown;

import com.quaily.page.markdown.node.NodeWalk;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Estimates the reading time. */
final class ReadingTime {
  private static final double WORDS_PER_SECOND = 230 / 60.0;
  private static final double IDEOGRAPHS_PER_SECOND = 480 / 60.0;

  private ReadingTime() {}

  static int seconds(Node document) {
    double seconds = 0;
    for (Node node = document; node != null; node = NodeWalk.next(node, document)) {
      if (node instanceof Text text) {
        seconds += seconds(text.getLiteral());
      } else if (node instanceof Code code) {
        seconds += seconds(code.getLiteral());
      } else if (node instanceof FencedCodeBlock code) {
        seconds += seconds(code.getLiteral());
      }
    }
    return (int) Math.ceil(seconds);
  }

  private static double seconds(String text) {
    int words = 0;
    int ideographs = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c < 0x80 ? isAsciiLetter(c) : Character.isLetterOrDigit(c);
      if (letter && isWrittenWithoutSpaces(c)) {
        ideographs++;
        inWord = false;
      } else {
        words += letter && !inWord ? 1 : 0;
        inWord = letter || (inWord && c == '\'');
      }
    }
    return words / WORDS_PER_SECOND + ideographs / IDEOGRAPHS_PER_SECOND;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Kana, Chinese characters and Hangul, which are read by the character. */
  private static boolean isWrittenWithoutSpaces(char c) {
    return c >= 0x2E80 && c < 0xFE00;
  }
}
