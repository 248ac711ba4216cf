package com.quaily.model.ai;

/** How an attempt ended. */
public enum Outcome {
  RUNNING,
  COMPLETED,
  /** The provider asks to be called less often. */
  RATE,
  /** The provider is overloaded. */
  OVERLOAD,
  /** The provider's account has no credit left. */
  MONEY,
  /** The provider does not accept the key. */
  AUTH,
  /** A fault that can go away: 500, a broken connection, silence. */
  TRANSIENT,
  /** The text is longer than the model accepts. */
  TOO_LONG,
  /** The provider refuses to answer this. */
  BLOCKED,
  /** The provider does not understand the request. */
  REQUEST,
  /** The answer reached its limit. */
  LENGTH,
  /** The answer does not have the requested format. */
  FORMAT,
  /** Somebody cancelled the task. */
  CANCELLED,
  /** The scheduler died while it waited for the answer. */
  LOST;

  /** Whether another proxy, or the same one later, may succeed. */
  public boolean isTemporary() {
    return switch (this) {
      case RATE, OVERLOAD, MONEY, AUTH, TRANSIENT, TOO_LONG, LOST -> true;
      default -> false;
    };
  }

  /** Whether it says that the proxy is not healthy. */
  public boolean isFaultOfProxy() {
    return this == OVERLOAD || this == TRANSIENT;
  }
}
