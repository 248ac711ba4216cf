package com.quaily.service.delivery.social;

import com.ibm.icu.text.BreakIterator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Cuts texts to the limits of services, each in its own unit. What is cut ends with an ellipsis and
 * never inside a character that readers see as one.
 */
final class SocialText {

  private static final String ELLIPSIS = "…";

  private SocialText() {}

  /** The beginning of a text with at most this many UTF-16 units. */
  static String units(String text, int most) {
    return cut(text, most, String::length);
  }

  /** The beginning of a text with at most this many code points. */
  static String codePoints(String text, int most) {
    return cut(text, most, piece -> piece.codePointCount(0, piece.length()));
  }

  /** The beginning of a text with at most so many graphemes, and so many bytes in UTF-8. */
  static String graphemes(String text, int most, int bytes) {
    String fitting = cut(text, most, SocialText::graphemeCount);
    return cut(fitting, bytes, piece -> piece.getBytes(StandardCharsets.UTF_8).length);
  }

  /** The characters that readers see. */
  static int graphemeCount(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int count = 0;
    while (characters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /**
   * The longest beginning of a text that fits, cut between graphemes, preferably between words.
   *
   * @param size of a piece; must grow with its length
   */
  static String cut(String text, int most, ToIntFunction<String> size) {
    if (size.applyAsInt(text) <= most) {
      return text;
    }
    int room = most - size.applyAsInt(ELLIPSIS);
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (size.applyAsInt(text.substring(0, middle)) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (room <= 0) {
      return "";
    }
    return text.substring(0, boundary(text, low)).stripTrailing() + ELLIPSIS;
  }

  /** A word's end close before the place, else the last grapheme boundary before it. */
  private static int boundary(String text, int place) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = characters.isBoundary(place) ? place : characters.preceding(place);
    int blank = text.lastIndexOf(' ', end);
    return blank > end - 20 && blank > end / 2 ? blank : end;
  }

  /** Title and summary as two paragraphs; one of them may be empty. */
  static String paragraphs(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n\n").append(part);
      }
    }
    return text.toString();
  }
}
