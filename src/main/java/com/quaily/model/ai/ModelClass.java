package com.quaily.model.ai;

import java.util.Locale;

/** How capable a model must be. */
public enum ModelClass {
  /** Short answers about a text: slugs, tags, summaries. */
  SMALL,
  /** Texts: translations, drafts, corrections. */
  LARGE,
  /** Vectors of texts. */
  EMBEDDING,
  /** No model: answers are extracted from the text. */
  LOCAL;

  /** The class that serves a task when none of this class is available. */
  public ModelClass fallback() {
    return switch (this) {
      case SMALL -> LARGE;
      case LARGE -> SMALL;
      case EMBEDDING, LOCAL -> this;
    };
  }

  /** The name in settings and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
