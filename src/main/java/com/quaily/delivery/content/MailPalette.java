package com.quaily.delivery.content;

/**
 * The colors of an email as {@code #rrggbb}, the only form that all mail programs understand.
 *
 * @param accent of links and buttons on white
 * @param darkAccent the same where the mail program shows a dark background
 */
record MailPalette(String accent, String darkAccent) {

  private static final String ACCENT = "#1f6f54";

  /** Contrast that WCAG asks for text of this size. */
  private static final double CONTRAST = 4.5;

  private static final int STEP = 12;
  private static final String DARK_PAPER = "#1e2022";
  private static final String PAPER = "#ffffff";

  /** The palette for a channel's accent; empty = the usual one. */
  static MailPalette of(String accent) {
    String color = accent.matches("#[0-9a-fA-F]{6}") ? accent : ACCENT;
    return new MailPalette(readable(color, PAPER, -STEP), readable(color, DARK_PAPER, STEP));
  }

  /** The color, moved towards black or white until it can be read on the paper. */
  private static String readable(String color, String paper, int step) {
    String moved = color;
    for (int i = 0; i < 256 / STEP && contrast(moved, paper) < CONTRAST; i++) {
      moved = moved(moved, step);
    }
    return moved;
  }

  private static String moved(String color, int step) {
    StringBuilder moved = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      moved.append(String.format("%02x", Math.max(0, Math.min(255, part(color, i) + step))));
    }
    return moved.toString();
  }

  private static int part(String color, int index) {
    return Integer.parseInt(color.substring(1 + 2 * index, 3 + 2 * index), 16);
  }

  private static double contrast(String left, String right) {
    double a = luminance(left);
    double b = luminance(right);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String color) {
    return 0.2126 * linear(part(color, 0))
        + 0.7152 * linear(part(color, 1))
        + 0.0722 * linear(part(color, 2));
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
