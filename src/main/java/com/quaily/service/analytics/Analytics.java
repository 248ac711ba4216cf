package com.quaily.service.analytics;

import com.quaily.database.Database;
import java.time.Clock;

/** Counting and writing down, which share what was counted and not written yet. */
public final class Analytics {

  private final ViewCounter counter;
  private final CountWriter writer;

  public Analytics(Database database, Clock clock) {
    CountBuffer buffer = new CountBuffer();
    counter = new ViewCounter(database, buffer, clock);
    writer = new CountWriter(database, buffer);
  }

  public ViewCounter counter() {
    return counter;
  }

  public CountWriter writer() {
    return writer;
  }
}
