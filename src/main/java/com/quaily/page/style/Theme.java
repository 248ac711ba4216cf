package com.quaily.page.style;

import com.quaily.model.channel.Channel;
import java.util.Locale;

/**
 * A theme that a channel can choose. The colors here are those of {@code styles/theme-*.css}; a
 * test compares them.
 */
public enum Theme {
  /** Warm paper, serif text. The default. */
  PAPER("#9a3b26", "#fdfbf7", "#f4efe5", "#191817", "#242220"),
  /** White, sans-serif, nothing else. */
  PLAIN("#1a56c4", "#ffffff", "#f3f4f6", "#121417", "#1d2025"),
  /** A book: serif throughout, narrow, indented paragraphs. */
  SERIF("#6b3a1e", "#f8f4ea", "#efe8d8", "#1b1814", "#27231d");

  private final String accent;
  private final String light;
  private final String lightSurface;
  private final String dark;
  private final String darkSurface;

  Theme(String accent, String light, String lightSurface, String dark, String darkSurface) {
    this.accent = accent;
    this.light = light;
    this.lightSurface = lightSurface;
    this.dark = dark;
    this.darkSurface = darkSurface;
  }

  /** The channel's theme; {@code paper} if it names none or an unknown one. */
  public static Theme of(Channel channel) {
    return named(String.valueOf(channel.options().get("theme")), PAPER);
  }

  /** The theme with that name, in any case. */
  public static Theme named(String name, Theme otherwise) {
    for (Theme theme : values()) {
      if (theme.styleName().equals(name.toLowerCase(Locale.ROOT))) {
        return theme;
      }
    }
    return otherwise;
  }

  String styleName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The accent color of channels that set none. */
  String accent() {
    return accent;
  }

  /** The background in light mode, in CSS notation. */
  public String light() {
    return light;
  }

  /**
   * The background of boxes in light mode: slightly darker than the page, so text readable here is
   * readable there.
   */
  String lightSurface() {
    return lightSurface;
  }

  /** The background in dark mode, in CSS notation. */
  public String dark() {
    return dark;
  }

  /** The background of boxes in dark mode: slightly lighter than the page. */
  String darkSurface() {
    return darkSurface;
  }
}
