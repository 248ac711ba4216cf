package com.quaily.model.analytics;

/** How often something happened that is counted together. */
public record Count(
    CountKey key, long pageViews, long pageReads, long emailViews, long botRequests) {

  /** Both together. */
  public Count plus(Count other) {
    return new Count(
        key,
        pageViews + other.pageViews,
        pageReads + other.pageReads,
        emailViews + other.emailViews,
        botRequests + other.botRequests);
  }
}
