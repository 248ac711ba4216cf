package com.quaily.model.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a reader gets a channel's posts by email. */
public enum Cadence {
  /** Each post when it is sent. */
  INSTANT,
  /** All posts of a day in one email. */
  DAILY,
  /** All posts of a week in one email. */
  WEEKLY;

  /** The name in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cadence with this name, if there is one. */
  public static Optional<Cadence> named(String name) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(name)).findFirst();
  }
}
