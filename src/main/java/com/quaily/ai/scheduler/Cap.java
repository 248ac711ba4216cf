package com.quaily.ai.scheduler;

import com.quaily.model.ai.BudgetUse;

/**
 * What may be used in a period; 0 = no limit.
 *
 * @param micros in millionths of the operator's currency
 */
public record Cap(long tokens, long micros) {

  public static final Cap NONE = new Cap(0, 0);

  boolean isNone() {
    return tokens == 0 && micros == 0;
  }

  boolean isExceededBy(BudgetUse use) {
    return (tokens > 0 && use.tokens() > tokens) || (micros > 0 && use.micros() > micros);
  }

  boolean isReachedBy(BudgetUse use) {
    return (tokens > 0 && use.tokens() >= tokens) || (micros > 0 && use.micros() >= micros);
  }

  /** The caps of a day and a month. */
  public record Caps(Cap day, Cap month) {

    public static final Caps NONE = new Caps(Cap.NONE, Cap.NONE);
  }
}
