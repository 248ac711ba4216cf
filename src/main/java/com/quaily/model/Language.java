package com.quaily.model;

import java.util.Locale;
import java.util.Map;

/** The languages of the user interface; content can be in any language. */
public enum Language {
  EN("en"),
  JA("ja"),
  ZH("zh");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The language in a user's options; English if there is none or it is not supported. */
  public static Language among(Map<String, Object> options) {
    return of(options.get("language") instanceof String tag ? tag : null);
  }

  /**
   * The language closest to a tag such as {@code ja-JP}; English if it is null or not supported.
   */
  public static Language of(String tag) {
    if (tag != null) {
      String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
      for (Language language : values()) {
        if (language.tag.equals(primary)) {
          return language;
        }
      }
    }
    return EN;
  }
}
