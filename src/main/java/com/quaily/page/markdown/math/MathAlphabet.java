package com.quaily.page.markdown.math;

import java.util.HashMap;
import java.util.Map;

/**
 * The styled letters of formulas. MathML Core requires their Unicode code points, so bold, script
 * and the others are mapped to the block of mathematical alphanumeric symbols.
 */
enum MathAlphabet {
  BOLD(0x1D400, 0x1D41A, 0x1D7CE),
  BOLD_ITALIC(0x1D468, 0x1D482, 0x1D7CE),
  BLACKBOARD(0x1D538, 0x1D552, 0x1D7D8),
  SCRIPT(0x1D49C, 0x1D4B6, 0),
  FRAKTUR(0x1D504, 0x1D51E, 0),
  SANS(0x1D5A0, 0x1D5BA, 0x1D7E2),
  MONOSPACE(0x1D670, 0x1D68A, 0x1D7F6),
  UPRIGHT(0, 0, 0);

  private static final int BOLD_GREEK_CAPITALS = 0x1D6A8;
  private static final int BOLD_GREEK_SMALL = 0x1D6C2;

  /** Letters that Unicode encoded before the block existed. */
  private static final Map<MathAlphabet, Map<Integer, String>> OLDER =
      Map.of(
          BLACKBOARD,
          older("CℂHℍNℕPℙQℚRℝZℤ"),
          SCRIPT,
          older("BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
          FRAKTUR,
          older("CℭHℌIℑRℜZℨ"));

  private final int capitals;
  private final int small;
  private final int digits;

  MathAlphabet(int capitals, int small, int digits) {
    this.capitals = capitals;
    this.small = small;
    this.digits = digits;
  }

  private static Map<Integer, String> older(String pairs) {
    Map<Integer, String> map = new HashMap<>();
    for (int i = 0; i < pairs.length(); i += 2) {
      map.put((int) pairs.charAt(i), pairs.substring(i + 1, i + 2));
    }
    return Map.copyOf(map);
  }

  /** The text in this alphabet; characters without an equivalent do not change. */
  String style(String text) {
    StringBuilder styled = new StringBuilder(text.length() * 2);
    text.codePoints().forEach(c -> append(styled, c));
    return styled.toString();
  }

  private void append(StringBuilder styled, int c) {
    String older = OLDER.getOrDefault(this, Map.of()).get(c);
    if (older != null) {
      styled.append(older);
    } else if (c >= 'A' && c <= 'Z' && capitals != 0) {
      styled.appendCodePoint(capitals + c - 'A');
    } else if (c >= 'a' && c <= 'z' && small != 0) {
      styled.appendCodePoint(small + c - 'a');
    } else if (c >= '0' && c <= '9' && digits != 0) {
      styled.appendCodePoint(digits + c - '0');
    } else if (isBold() && c >= 'Α' && c <= 'Ω') {
      styled.appendCodePoint(BOLD_GREEK_CAPITALS + c - 'Α');
    } else if (isBold() && c >= 'α' && c <= 'ω') {
      styled.appendCodePoint(BOLD_GREEK_SMALL + c - 'α');
    } else {
      styled.appendCodePoint(c);
    }
  }

  private boolean isBold() {
    return this == BOLD || this == BOLD_ITALIC;
  }
}
