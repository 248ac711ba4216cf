package com.quaily.metrics;

import java.util.Optional;

/**
 * Who may read the figures, and where errors are reported to.
 *
 * @param token for {@code /metrics}; empty = only from this machine
 * @param sentry empty = errors are only logged
 */
public record MetricsSettings(Optional<String> token, Optional<Sentry> sentry) {

  /**
   * A project of Sentry, or of a server that speaks its protocol.
   *
   * @param dsn the project's address with its key
   * @param environment such as {@code production}
   */
  public record Sentry(String dsn, String environment) {

    /** Omits the key. */
    @Override
    public String toString() {
      return "Sentry[environment=" + environment + "]";
    }
  }

  /** Omits the token. */
  @Override
  public String toString() {
    return "figures for "
        + (token.isPresent() ? "holders of the token" : "this machine")
        + ", errors to "
        + (sentry.isPresent() ? sentry.get() : "the log");
  }
}
