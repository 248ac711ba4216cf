package com.quaily.model.comment;

import java.util.Map;

/** Who can comment in a channel. The order defines the wire numbers. */
public enum CommentStrategy {
  /** Everyone who is logged in. */
  PUBLIC,
  /** Everyone who is logged in; others see the comment after a writer approves it. */
  APPROVAL,
  SUBSCRIBERS,
  PREMIUM;

  /** The strategy in the channel's options; {@link #APPROVAL} if the value is invalid. */
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
