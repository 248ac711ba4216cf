package com.quaily.ai.proxy;

import java.util.Locale;

/** How a proxy reaches its model. */
public enum ProxyKind {
  /** Extracts answers from the text, without a model. */
  LOCAL,
  /** OpenAI and every server that speaks its chat completions. */
  OPENAI,
  ANTHROPIC,
  GEMINI,
  /** A proxy of this program in another process. */
  REMOTE;

  /** The name in settings, and the provider in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
