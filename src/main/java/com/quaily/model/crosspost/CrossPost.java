package com.quaily.model.crosspost;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post on its way into another channel and language.
 *
 * @param postId the original
 * @param targetId the channel of the translation
 * @param status one of the constants
 * @param run counts how often it was begun; every write of a run names it
 * @param done translated blocks, while it works
 * @param blocks all blocks, while it works
 * @param error why it failed
 * @param translatedId the post in the target; null until somebody has accepted a result
 * @param acceptedId the result that was accepted last
 */
public record CrossPost(
    long id,
    long postId,
    long targetId,
    String language,
    int status,
    int run,
    int done,
    int blocks,
    @Nullable String error,
    @Nullable Long translatedId,
    @Nullable Long acceptedId,
    Instant createdAt,
    Instant updatedAt) {

  public static final int PENDING = 0;
  public static final int WORKING = 1;
  public static final int DONE = 2;
  public static final int FAILED = 3;

  /** The target has another post that is the translation. */
  public static final int DUPLICATED = 4;

  /** Whether a model has it, or will. */
  public boolean isUnderWay() {
    return status == PENDING || status == WORKING;
  }
}
