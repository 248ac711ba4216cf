package com.quaily.model.post;

/**
 * Which posts of a channel a writer's list shows.
 *
 * @param pattern an {@code ilike} pattern that the title, summary or text matches; empty = all
 */
public record PostFilter(long channelId, PostChoice choice, String pattern) {

  /** The posts that contain a text, in upper or lower case; an empty text is in all. */
  public static PostFilter containing(long channelId, PostChoice choice, String text) {
    String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return new PostFilter(channelId, choice, text.isEmpty() ? "" : "%" + literal + "%");
  }
}
