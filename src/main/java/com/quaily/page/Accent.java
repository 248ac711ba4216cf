package com.quaily.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The channel's own colour, made readable. Links and buttons need a contrast of 4.5 to 1 with what
 * they stand on (WCAG 2.2 AA), so the colour is moved towards black or white until it has that.
 *
 * @param rgb 0xRRGGBB
 */
record Accent(int rgb) {

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final double READABLE = 4.6;
  private static final int STEPS = 50;

  /** Reads {@code #rrggbb}; empty for anything else. */
  static Optional<Accent> parse(String text) {
    return HEX.matcher(text).matches()
        ? Optional.of(new Accent(Integer.parseInt(text.substring(1), 16)))
        : Optional.empty();
  }

  /** The nearest shade that can be read on the given background. */
  Accent readableOn(Accent background) {
    int goal = background.luminance() > 0.18 ? 0x000000 : 0xFFFFFF;
    for (int step = 0; step < STEPS; step++) {
      Accent shade = mixedWith(goal, (double) step / STEPS);
      if (shade.contrastWith(background) >= READABLE) {
        return shade;
      }
    }
    return new Accent(goal);
  }

  /** Black or white, whichever reads better on this colour. */
  Accent ink() {
    Accent white = new Accent(0xFFFFFF);
    return contrastWith(white) >= 4.5 ? white : new Accent(0x000000);
  }

  /** The contrast ratio as WCAG defines it, 1 to 21. */
  double contrastWith(Accent other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** As CSS writes it. */
  String css() {
    return String.format("#%06x", rgb);
  }

  private double luminance() {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private Accent mixedWith(int goal, double share) {
    return new Accent(
        mix(rgb >> 16, goal >> 16, share) << 16
            | mix(rgb >> 8, goal >> 8, share) << 8
            | mix(rgb, goal, share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round((from & 0xFF) * (1 - share) + (to & 0xFF) * share);
  }
}
