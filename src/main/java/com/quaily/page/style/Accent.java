package com.quaily.page.style;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The channel's accent color, adjusted for readability. Links and buttons need a contrast of 4.5 to
 * 1 with their background (WCAG 2.2 AA), so the color is moved towards black or white until it has
 * that.
 *
 * @param rgb 0xRRGGBB
 */
record Accent(int rgb) {

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Accent BLACK = new Accent(0x000000);
  private static final Accent WHITE = new Accent(0xFFFFFF);
  private static final double READABLE = 5;
  private static final int STEPS = 50;

  /** Parses {@code #rrggbb}; empty for anything else. */
  static Optional<Accent> parse(String text) {
    return HEX.matcher(text).matches()
        ? Optional.of(new Accent(Integer.parseInt(text.substring(1), 16)))
        : Optional.empty();
  }

  /** The nearest readable shade on the given background. */
  Accent readableOn(Accent background) {
    boolean darker = background.luminance() > 0.18;
    for (int step = 0; step < STEPS; step++) {
      double share = (double) step / STEPS;
      Accent shade = darker ? mixedWith(BLACK, share) : lighter(share);
      if (shade.contrastWith(background) >= READABLE) {
        return shade;
      }
    }
    return darker ? BLACK : WHITE;
  }

  /** Towards a bright tint of the same hue, then towards white, so that a dark red stays red. */
  private Accent lighter(double share) {
    double strongest = Math.max(1, Math.max(Math.max(red(), green()), blue()));
    double brighter = 255 / strongest;
    Accent brightest =
        new Accent(
            (int) (red() * brighter) << 16
                | (int) (green() * brighter) << 8
                | (int) (blue() * brighter));
    Accent tint = brightest.mixedWith(WHITE, 0.5);
    return share < 0.5 ? mixedWith(tint, share * 2) : tint.mixedWith(WHITE, share * 2 - 1);
  }

  /** Black or white, whichever has more contrast with this color. */
  Accent ink() {
    return contrastWith(WHITE) >= 4.5 ? WHITE : BLACK;
  }

  /** The contrast ratio as defined by WCAG, 1 to 21. */
  double contrastWith(Accent other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** In CSS notation. */
  String css() {
    return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
  }

  private double luminance() {
    return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private Accent mixedWith(Accent goal, double share) {
    return new Accent(
        mix(red(), goal.red(), share) << 16
            | mix(green(), goal.green(), share) << 8
            | mix(blue(), goal.blue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from * (1 - share) + to * share);
  }

  private int red() {
    return rgb >> 16;
  }

  private int green() {
    return rgb >> 8 & 0xFF;
  }

  private int blue() {
    return rgb & 0xFF;
  }
}
