package com.quaily.service.analytics;

import com.quaily.dao.StatisticsDao;
import com.quaily.database.Transactions;
import com.quaily.model.analytics.Count;
import java.util.List;

/**
 * Writes all new counts in one transaction. It only adds, so several instances can count the same
 * post.
 */
public final class CountWriter {

  /** Limit of different sources per channel and day; see {@link StatisticsDao#addSourceDays}. */
  private static final int SOURCES_A_DAY = 1_000;

  private final Transactions transactions;
  private final StatisticsDao statisticsDao;
  private final CountBuffer buffer;

  CountWriter(Transactions transactions, StatisticsDao statisticsDao, CountBuffer buffer) {
    this.transactions = transactions;
    this.statisticsDao = statisticsDao;
    this.buffer = buffer;
  }

  /** Writes the buffered counts; keeps them if that fails. */
  public synchronized void write() {
    List<Count> counts = buffer.take();
    if (counts.isEmpty()) {
      return;
    }
    try {
      transactions.inTransaction(() -> write(counts));
    } catch (RuntimeException e) {
      buffer.putBack(counts);
      throw e;
    }
  }

  private void write(List<Count> counts) {
    statisticsDao.addPosts(counts);
    statisticsDao.addChannels(counts);
    statisticsDao.addPostDays(counts);
    statisticsDao.addSourceDays(counts, SOURCES_A_DAY);
    statisticsDao.addBotDays(counts);
  }
}
