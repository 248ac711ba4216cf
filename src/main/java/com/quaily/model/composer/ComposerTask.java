package com.quaily.model.composer;

import java.time.Instant;
import java.util.Map;

/**
 * A task of the composer.
 *
 * @param status 1 pending, 2 running, 3 completed, 4 failed
 * @param result by field, such as slug, summary, tags, tweets
 */
public record ComposerTask(
    long id,
    long userId,
    String type,
    int status,
    Map<String, Object> result,
    Instant createdAt,
    Instant updatedAt) {

  public static final int COMPLETED = 3;
}
