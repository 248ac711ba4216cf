package com.quaily.page;

import com.quaily.model.Channel;
import java.util.Locale;

/**
 * A look that a channel can choose. The colours here are those of {@code styles/theme-*.css}; a
 * test compares them.
 */
enum Theme {
  /** Warm paper, serif text. The one that channels begin with. */
  PAPER("#fdfbf7", "#191817", "#9a3b26"),
  /** White, sans-serif, nothing else. */
  PLAIN("#ffffff", "#121417", "#1a56c4"),
  /** A book: serif throughout, narrow, indented paragraphs. */
  SERIF("#f8f4ea", "#1b1814", "#6b3a1e");

  private final String light;
  private final String dark;
  private final String accent;

  Theme(String light, String dark, String accent) {
    this.light = light;
    this.dark = dark;
    this.accent = accent;
  }

  /** The channel's look; {@code paper} when it names none of ours. */
  static Theme of(Channel channel) {
    return named(String.valueOf(channel.options().get("theme")), PAPER);
  }

  /** The look of that name, in any case. */
  static Theme named(String name, Theme otherwise) {
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

  /** The background by day, as CSS writes it. */
  String light() {
    return light;
  }

  /** The background by night, as CSS writes it. */
  String dark() {
    return dark;
  }

  /** The accent of a channel that has none of its own. */
  String accent() {
    return accent;
  }
}
