package com.quaily.testing;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes texts that a regular expression begins to match. */
public final class RegexSamples {

  private static final int LONGEST = 4;
  private static final String CANDIDATES = "a1- _.:/<>()[]{}!#%&*+,;=?@\\^`|~$\"'\nxAぁ";

  private final String source;
  private final StringBuilder sample = new StringBuilder();
  private final boolean last;
  private int position;

  private RegexSamples(String source, boolean last) {
    this.source = source;
    this.last = last;
  }

  /**
   * The beginnings of texts that the expression matches: up to four characters, and all but the
   * last.
   */
  public static Set<String> beginnings(Pattern pattern) {
    Set<String> beginnings = new LinkedHashSet<>();
    for (boolean last : new boolean[] {false, true}) {
      RegexSamples samples = new RegexSamples(pattern.pattern(), last);
      samples.alternatives();
      String whole = samples.sample.toString();
      for (int length = 1; length <= Math.min(LONGEST, whole.length()); length++) {
        beginnings.add(whole.substring(0, length));
      }
      if (whole.length() > 1) {
        beginnings.add(whole.substring(0, whole.length() - 1));
      }
      if (!whole.isEmpty()) {
        beginnings.add(whole);
      }
    }
    return beginnings;
  }

  /** Up to the end of the group; of several alternatives the first or the last one counts. */
  private void alternatives() {
    int start = sample.length();
    String first = null;
    while (position < source.length() && source.charAt(position) != ')') {
      if (source.charAt(position) == '|') {
        position++;
        first = first == null ? sample.substring(start) : first;
        sample.setLength(start);
      } else {
        piece();
      }
    }
    if (!last && first != null) {
      sample.setLength(start);
      sample.append(first);
    }
  }

  private void piece() {
    char c = source.charAt(position);
    switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      case '.' -> {
        sample.append('a');
        position++;
      }
      case '^', '$', '*', '+', '?' -> position++;
      case '{' -> position = source.indexOf('}', position) + 1;
      default -> {
        sample.append(c);
        position++;
      }
    }
  }

  private void group() {
    int start = sample.length();
    position++;
    boolean around = false;
    if (source.startsWith("?", position)) {
      around = source.startsWith("?=", position) || source.startsWith("?!", position);
      around |= source.startsWith("?<=", position) || source.startsWith("?<!", position);
      int end = source.startsWith("?<", position) && !around ? source.indexOf('>', position) : -1;
      position = end > 0 ? end + 1 : position + (source.startsWith("?<", position) ? 3 : 2);
      if (!around && end < 0 && source.charAt(position - 1) != ':') {
        position = source.indexOf(source.charAt(position - 1) == ')' ? ")" : ")", position - 1);
      }
    }
    alternatives();
    position++;
    if (around) {
      sample.setLength(start);
    }
  }

  private void characterClass() {
    int start = position;
    int depth = 0;
    do {
      char c = source.charAt(position);
      if (c == '\\') {
        position++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && position > start + 1) {
        depth--;
      }
      position++;
    } while (depth > 0);
    sample.append(oneOf(source.substring(start, position)));
  }

  private void escape() {
    int start = position;
    char kind = source.charAt(position + 1);
    position += 2;
    if (kind == 'Q') {
      int end = source.indexOf("\\E", position);
      sample.append(source, position, end);
      position = end + 2;
      return;
    }
    if (kind == 'p' || kind == 'P') {
      position =
          source.startsWith("{", position) ? source.indexOf('}', position) + 1 : position + 1;
    }
    if ("bBAzZG".indexOf(kind) < 0 && !Character.isDigit(kind)) {
      sample.append(oneOf(source.substring(start, position)));
    }
  }

  private static String oneOf(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return CANDIDATES
        .chars()
        .mapToObj(Character::toString)
        .filter(c -> pattern.matcher(c).matches())
        .findFirst()
        .orElse("");
  }
}
