package com.quaily.service.search;

import java.lang.Character.UnicodeScript;

/**
 * Iterates over the runs of a text: letters, digits and marks of scripts with spaces, or Japanese,
 * Chinese and Korean characters. Uses plain loops instead of a regular expression, because every
 * saved text is processed.
 */
final class WordRuns {

  /** No Japanese, Chinese or Korean character is below this code point. */
  private static final int FIRST_CJK = 0x1100;

  private final String text;
  private int begin;
  private int end;
  private boolean cjk;

  WordRuns(String text) {
    this.text = text;
  }

  /** Moves to the next run; false when there is none. */
  boolean next() {
    begin = end;
    while (begin < text.length() && !begins(text.codePointAt(begin))) {
      begin += Character.charCount(text.codePointAt(begin));
    }
    end = begin;
    if (begin == text.length()) {
      return false;
    }
    cjk = isCjk(text.codePointAt(begin));
    while (end < text.length() && continues(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return true;
  }

  /** The current run. */
  String run() {
    return text.substring(begin, end);
  }

  /** Whether it consists of Japanese, Chinese or Korean characters. */
  boolean isCjk() {
    return cjk;
  }

  /** Whether the run is the end of the text. */
  boolean isAtEnd() {
    return end == text.length();
  }

  private static boolean begins(int character) {
    return isCjk(character) || isLetterOrNumber(character);
  }

  private boolean continues(int character) {
    return cjk
        ? isCjk(character)
        : (isLetterOrNumber(character) || isMark(character)) && !isCjk(character);
  }

  private static boolean isLetterOrNumber(int character) {
    if (Character.isLetterOrDigit(character)) {
      return true;
    }
    int type = Character.getType(character);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  static boolean isCjk(int character) {
    if (character < FIRST_CJK) {
      return false;
    }
    if (character == 'ー' || character == '々') {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(character);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }
}
