package com.quaily.notice;

import com.quaily.dao.NoticeDao;
import com.quaily.database.Transactions;
import com.quaily.model.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator something. Notices are kept in the database, in the caller's transaction,
 * until each transport has accepted them. Each one is a line in the log too.
 */
public final class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  /** Between two messages with one level about one topic. */
  static final Duration PAUSE = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final NoticeDao noticeDao;
  private final List<String> transports;
  private final Optional<QuietHours> quietHours;
  private final Clock clock;

  /**
   * @param transports their names; empty = notices are only logged
   */
  public Notices(
      Transactions transactions,
      NoticeDao noticeDao,
      List<String> transports,
      Optional<QuietHours> quietHours,
      Clock clock) {
    this.transactions = transactions;
    this.noticeDao = noticeDao;
    this.transports = List.copyOf(transports);
    this.quietHours = quietHours;
    this.clock = clock;
  }

  /** Keeps a notice until it is sent. Information waits for the end of the quiet hours. */
  public void tell(Notice notice) {
    log(notice);
    Instant now = clock.instant();
    Instant due =
        notice.level() == Notice.Level.ALERT
            ? now
            : quietHours.map(hours -> hours.firstLoud(now)).orElse(now);
    transactions.inTransaction(
        () ->
            transports.forEach(
                transport ->
                    noticeDao.insertOrMerge(transport, notice, now, due, PAUSE.toSeconds())));
  }

  /** Tells of a fault, once until it is over, whatever number of processes notices it. */
  public void raise(String topic, String subject, String text) {
    transactions.inTransaction(
        () -> {
          if (noticeDao.raise(topic, subject, clock.instant()) > 0) {
            tell(Notice.alert(topic, subject, text));
          }
        });
  }

  /** Tells that a fault is over, if it was raised. */
  public void clear(String topic) {
    transactions.inTransaction(
        () ->
            noticeDao
                .clear(topic)
                .ifPresent(subject -> tell(Notice.info(topic, "Over: " + subject, ""))));
  }

  /** The topics of the faults that are raised and start with this. */
  List<String> raised(String prefix) {
    return noticeDao.selectRaised(prefix);
  }

  static void log(Notice notice) {
    if (notice.level() == Notice.Level.ALERT) {
      LOG.warn("notice: {}", notice.subject());
    } else {
      LOG.info("notice: {}", notice.subject());
    }
  }
}
