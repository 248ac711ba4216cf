package com.quaily.model.composer;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of the composer.
 *
 * @param status 1 pending, 2 running, 3 completed, 4 failed
 * @param result by field, such as slug, summary, tags, tweets
 * @param traceId of the AI task that does it; null when there is none
 */
public record ComposerTask(
    long id,
    long userId,
    String type,
    int status,
    Map<String, Object> result,
    @Nullable UUID traceId,
    Instant createdAt,
    Instant updatedAt) {

  public static final int PENDING = 1;
  public static final int RUNNING = 2;
  public static final int COMPLETED = 3;
  public static final int FAILED = 4;

  /** Whether nothing more happens to it. */
  public boolean hasEnded() {
    return status > RUNNING;
  }
}
