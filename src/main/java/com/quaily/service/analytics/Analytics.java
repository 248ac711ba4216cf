package com.quaily.service.analytics;

import com.quaily.dao.StatisticsDao;
import com.quaily.database.Transactions;
import java.time.Clock;

/** The counter and the writer, which share the counts that are not yet written. */
public final class Analytics {

  private final ViewCounter counter;
  private final CountWriter writer;

  public Analytics(Transactions transactions, StatisticsDao statisticsDao, Clock clock) {
    CountBuffer buffer = new CountBuffer();
    counter = new ViewCounter(statisticsDao, buffer, clock);
    writer = new CountWriter(transactions, statisticsDao, buffer);
  }

  public ViewCounter counter() {
    return counter;
  }

  public CountWriter writer() {
    return writer;
  }
}
