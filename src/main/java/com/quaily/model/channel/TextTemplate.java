package com.quaily.model.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The texts of a channel, in Markdown, that its pages show. Those of emails have other names. */
public enum TextTemplate {
  /** Why somebody should subscribe; above the form. */
  SUBSCRIBE_INVITATION,
  /** What members get for a quarter's plan; where the paid part of a post begins. */
  QUARTER_PLAN_BENEFITS,
  /** What members get for a year's plan; in the same place. */
  YEAR_PLAN_BENEFITS;

  /** The key in the channel's templates. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The template with this key; empty for those of emails. */
  public static Optional<TextTemplate> named(String key) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(key)).findFirst();
  }
}
