package com.quaily.model.comment;

import java.time.Instant;

/**
 * How likely a comment is spam.
 *
 * @param score from 0, certainly not, to 1
 * @param reason in a few words; empty when nothing is remarkable
 * @param judge name and version of a prompt; {@link #RULES} without a model
 */
public record SpamScore(
    long commentId, double score, String reason, String judge, Instant judgedAt) {

  /** The judge of what was found without a model. */
  public static final String RULES = "local";

  /** From here on a person should look at the comment first. */
  public static final double SUSPICIOUS = 0.7;

  /** Whether it is probably spam. */
  public boolean isSuspicious() {
    return score >= SUSPICIOUS;
  }
}
