package com.quaily.model.ai;

import java.util.Locale;

/** The form of an answer. */
public enum AnswerFormat {
  PLAINTEXT,
  JSON,
  YAML;

  /** The name in the API and in prompts. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
