package com.quaily.notice;

import com.quaily.dao.NoticeDao;
import com.quaily.database.Transactions;
import com.quaily.model.WaitingNotice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings waiting notices to their transports. All that are due for a transport at the same time go
 * into one message. A refused message is tried again, as late as the service asks for.
 */
public final class NoticeSender {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  /** Notices in one message. */
  private static final int MOST = 20;

  /** How long a process has for sending what it has taken from the database. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);

  private final Transactions transactions;
  private final NoticeDao noticeDao;
  private final List<NoticeTransport> transports;
  private final Clock clock;

  public NoticeSender(
      Transactions transactions,
      NoticeDao noticeDao,
      List<NoticeTransport> transports,
      Clock clock) {
    this.transactions = transactions;
    this.noticeDao = noticeDao;
    this.transports = List.copyOf(transports);
    this.clock = clock;
  }

  /** Sends one message by each transport, if there is something to send. */
  public void run() {
    transports.forEach(this::sendDue);
    noticeDao.deleteTaken(clock.instant().minus(Notices.PAUSE));
  }

  private void sendDue(NoticeTransport transport) {
    List<WaitingNotice> due = claim(transport.name());
    if (due.isEmpty()) {
      return;
    }
    List<Long> ids = due.stream().map(WaitingNotice::id).toList();
    try {
      transport.deliver(NoticeMessage.of(due));
      Instant now = clock.instant();
      transactions.inTransaction(
          () ->
              due.forEach(
                  one ->
                      noticeDao.take(one.id(), one.occurrences(), now, now.plus(Notices.PAUSE))));
    } catch (RefusedException e) {
      Duration pause = e.retryAfter().orElseGet(() -> pause(due.get(0).attempts()));
      LOG.warn(
          "{} did not take {} notices, trying again in {} s: {}",
          transport.name(),
          due.size(),
          pause.toSeconds(),
          e.getMessage());
      noticeDao.refuse(ids, e.getMessage(), clock.instant().plus(pause));
    }
  }

  /** Another process leaves what this one has taken alone, until the lease ends. */
  private List<WaitingNotice> claim(String transport) {
    return transactions.inTransaction(
        () -> {
          Instant now = clock.instant();
          List<WaitingNotice> due = noticeDao.selectDueForUpdate(transport, now, MOST);
          noticeDao.postpone(due.stream().map(WaitingNotice::id).toList(), now.plus(LEASE));
          return due;
        });
  }

  private static Duration pause(int attempts) {
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, 10));
    return pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
  }
}
