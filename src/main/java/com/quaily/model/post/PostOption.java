package com.quaily.model.post;

import java.util.Locale;

/** The options of a post that switch something on or off; one that is not set has a default. */
public enum PostOption {
  /** Whether readers can comment; by default as the channel says. */
  COMMENTS_ENABLED,
  /** Whether the page has a table of contents; by default if it has enough headings. */
  OUTLINE_ENABLED,
  /** Whether a line break in the text is one on the page; by default as the author chose. */
  LINE_BREAKS,
  /** Whether the page says that the post was made with AI; by default not. */
  AI_LABEL,
  /** Whether the page says that its original has changed since; by default as the channel says. */
  TRANSLATION_DRIFT_SHOWN;

  /** The name in a post's options. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
