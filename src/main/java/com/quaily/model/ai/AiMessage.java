package com.quaily.model.ai;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A message of a conversation with a model.
 *
 * @param role system, user or assistant
 * @param cached whether the provider should keep what is processed up to here
 * @param images what belongs to the content; null = none
 */
public record AiMessage(
    String role,
    String content,
    boolean cached,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AiImage> images) {

  public static final String SYSTEM = "system";
  public static final String USER = "user";
  public static final String ASSISTANT = "assistant";

  public AiMessage {
    // Stored requests and other versions of this program leave them out.
    images = images == null ? List.of() : List.copyOf(images);
  }

  /** A message without images. */
  public AiMessage(String role, String content, boolean cached) {
    this(role, content, cached, List.of());
  }

  /** A message that is not kept by the provider. */
  public static AiMessage of(String role, String content) {
    return new AiMessage(role, content, false);
  }
}
