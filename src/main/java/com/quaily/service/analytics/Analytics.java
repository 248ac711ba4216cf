package com.quaily.service.analytics;

import com.quaily.database.Database;
import java.time.Clock;

/** The counter and the writer, which share the counts that are not yet written. */
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
