package com.quaily.model.analytics;

/** How often an event with the same key happened. */
public record Count(
    CountKey key, long pageViews, long pageReads, long emailViews, long botRequests) {

  /** The sum of both. */
  public Count plus(Count other) {
    return new Count(
        key,
        pageViews + other.pageViews,
        pageReads + other.pageReads,
        emailViews + other.emailViews,
        botRequests + other.botRequests);
  }
}
