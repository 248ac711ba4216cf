package com.quaily.model.composer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the result of a composer task comes from, and what became of it.
 *
 * @param sourceHash SHA-256 of the text that it was made for
 * @param prompt name and version; {@link #EXTRACTED} without a model
 * @param model null while no model has answered
 * @param micros its cost in millionths of the operator's currency
 * @param acceptedBy the user who accepted it; null = nobody
 */
public record Suggestion(
    long taskId,
    long userId,
    String type,
    byte[] sourceHash,
    String prompt,
    @Nullable String model,
    long tokens,
    long micros,
    Instant createdAt,
    @Nullable Long acceptedBy,
    @Nullable Instant acceptedAt) {

  /** The prompt of what was taken out of the text by rules. */
  public static final String EXTRACTED = "local";
}
