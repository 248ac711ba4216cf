package com.quaily.model.ai;

/**
 * A message of a conversation with a model.
 *
 * @param role system, user or assistant
 * @param cached whether the provider should keep what is processed up to here
 */
public record AiMessage(String role, String content, boolean cached) {

  public static final String SYSTEM = "system";
  public static final String USER = "user";
  public static final String ASSISTANT = "assistant";

  /** A message that is not kept by the provider. */
  public static AiMessage of(String role, String content) {
    return new AiMessage(role, content, false);
  }
}
