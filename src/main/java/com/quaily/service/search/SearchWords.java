package com.quaily.service.search;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Splits texts and queries into index words. Scripts with spaces are split at spaces, without
 * accents; PostgreSQL then removes English endings. Japanese, Chinese and Korean text becomes
 * overlapping pairs of characters, which needs no dictionary. Traditional characters become
 * simplified ones and katakana hiragana, so that each form finds the other.
 */
final class SearchWords {

  /** Always fits into PostgreSQL's tsvector limit of one megabyte. */
  private static final int MOST_WORDS = 30_000;

  private static final int MOST_BYTES = 400_000;
  private static final int LONGEST_WORD = 100;

  /** Further positions of a word hardly affect the ranking. */
  private static final int MOST_REPEATS = 4;

  private static final char FIRST_ACCENT = '\u0300';
  private static final char LAST_ACCENT = '\u036f';

  /** Each katakana stands so far behind its hiragana. */
  private static final int KANA_DISTANCE = 'ア' - 'あ';

  private SearchWords() {}

  /**
   * The words of a text for the index, separated by spaces. Repetitions are kept up to a limit,
   * because PostgreSQL takes long to remove more.
   */
  static String ofText(String text) {
    StringBuilder words = new StringBuilder();
    Map<String, Integer> repeats = new HashMap<>();
    int count = 0;
    int bytes = 0;
    WordRuns runs = new WordRuns(normalize(text));
    while (count < MOST_WORDS && bytes < MOST_BYTES && runs.next()) {
      for (String word : index(runs)) {
        if (repeats.merge(word, 1, Integer::sum) > MOST_REPEATS) {
          continue;
        }
        words.append(word).append(' ');
        count++;
        bytes += word.getBytes(StandardCharsets.UTF_8).length;
        if (count >= MOST_WORDS || bytes >= MOST_BYTES) {
          break;
        }
      }
    }
    return words.toString();
  }

  /**
   * A tsquery for all words of a user's input; empty when it has none. The last word may be a
   * prefix.
   */
  static String ofQuery(String query) {
    List<String> terms = new ArrayList<>();
    WordRuns runs = new WordRuns(normalize(query));
    while (runs.next()) {
      terms.addAll(terms(runs, runs.isAtEnd()));
    }
    return String.join(" & ", terms);
  }

  /** A tsquery for any word of a text. */
  static String anyOf(String text) {
    List<String> terms = new ArrayList<>();
    WordRuns runs = new WordRuns(normalize(text));
    while (runs.next()) {
      terms.addAll(terms(runs, false));
    }
    return terms.stream().distinct().collect(Collectors.joining(" | "));
  }

  /** A title normalized for similarity comparison. */
  static String title(String title) {
    return normalize(title);
  }

  private static List<String> terms(WordRuns runs, boolean last) {
    String run = runs.run();
    if (!runs.isCjk()) {
      return last && run.length() > 2
          ? List.of("(" + cut(run) + " | " + cut(run) + ":*)")
          : List.of(cut(run));
    }
    List<String> pairs = pairs(run);
    return pairs.isEmpty() ? List.of(run + ":*") : pairs;
  }

  private static List<String> index(WordRuns runs) {
    String run = runs.run();
    if (!runs.isCjk()) {
      return List.of(cut(run));
    }
    List<String> words = new ArrayList<>(pairs(run));
    // A query with one character matches the start of a pair, or the end of a run.
    words.add(run.substring(run.offsetByCodePoints(run.length(), -1)));
    return words;
  }

  private static List<String> pairs(String run) {
    int[] characters = run.codePoints().toArray();
    List<String> pairs = new ArrayList<>(characters.length);
    for (int i = 0; i + 1 < characters.length && i < MOST_WORDS; i++) {
      pairs.add(new String(characters, i, 2));
    }
    return pairs;
  }

  private static String cut(String word) {
    return word.length() <= LONGEST_WORD
        ? word
        : word.substring(0, word.offsetByCodePoints(0, word.codePointCount(0, LONGEST_WORD)));
  }

  private static String normalize(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char character = decomposed.charAt(i);
      if (character < FIRST_ACCENT || character > LAST_ACCENT) {
        plain.append(isKatakana(character) ? (char) (character - KANA_DISTANCE) : character);
      }
    }
    return Simplified.of(Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
  }

  private static boolean isKatakana(char character) {
    return character >= 'ァ' && character <= 'ヶ' || character == 'ヽ' || character == 'ヾ';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
