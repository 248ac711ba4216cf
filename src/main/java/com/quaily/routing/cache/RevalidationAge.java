package com.quaily.routing.cache;

import java.util.concurrent.atomic.AtomicBoolean;

/** The age of a page's last revalidation; shared by all that hold the page. */
final class RevalidationAge {

  private final AtomicBoolean beingChecked = new AtomicBoolean();
  private volatile long checkedAt;

  /**
   * @param checkedAt when storage was known to have this content, in the cache's nanoseconds
   */
  RevalidationAge(long checkedAt) {
    this.checkedAt = checkedAt;
  }

  long checkedAt() {
    return checkedAt;
  }

  void checked(long now) {
    checkedAt = now;
  }

  /** Whether the caller must revalidate the page now: true for one caller at a time. */
  boolean beginCheck() {
    return beingChecked.compareAndSet(false, true);
  }

  void endCheck() {
    beingChecked.set(false);
  }
}
