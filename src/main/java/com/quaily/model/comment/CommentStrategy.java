package com.quaily.model.comment;

import java.util.Map;

/** Who may comment in a channel; the order is the wire's numbers. */
public enum CommentStrategy {
  /** Whoever is logged in. */
  PUBLIC,
  /** Whoever is logged in; others read it once the channel's writers approved it. */
  APPROVAL,
  SUBSCRIBERS,
  PREMIUM;

  /** As the channel's options say; {@link #APPROVAL} when they say what is none. */
  public static CommentStrategy of(Map<String, Object> options) {
    Object value = options.getOrDefault("comment_strategy", 0);
    return value instanceof Number number
            && number.doubleValue() == number.intValue()
            && number.intValue() >= 0
            && number.intValue() < values().length
        ? values()[number.intValue()]
        : APPROVAL;
  }
}
