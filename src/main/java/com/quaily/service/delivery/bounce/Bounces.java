package com.quaily.service.delivery.bounce;

import com.quaily.dao.SuppressionDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.bounce.MailEvent;
import com.quaily.delivery.bounce.MailEvent.Kind;
import com.quaily.model.delivery.Fault;
import com.quaily.model.subscription.SuppressionReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles what receivers report about emails. An address that does not exist gets nothing any more,
 * nor does a reader who complained. A mailbox that is full or a server that is down counts only
 * when it lasts: {@value #SOFT_BOUNCES} deliveries in a row over two weeks.
 */
public final class Bounces {

  private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);
  private static final int SOFT_BOUNCES = 3;
  private static final Duration SOFT_FOR = Duration.ofDays(14);

  private final Transactions transactions;
  private final SuppressionDao suppressionDao;
  private final Clock clock;

  public Bounces(Transactions transactions, SuppressionDao suppressionDao, Clock clock) {
    this.transactions = transactions;
    this.suppressionDao = suppressionDao;
    this.clock = clock;
  }

  /** Handles a report; a second time makes no difference. */
  public void handle(MailEvent event) {
    if (event.kind() != Kind.NOTHING) {
      transactions.inTransaction(() -> handleNow(event));
    }
  }

  private void handleNow(MailEvent event) {
    Instant now = clock.instant();
    boolean mailing = event.mail().isOfMailing();
    long taskId = event.mail().taskId();
    long userId = event.mail().userId();
    if (event.kind() == Kind.COMPLAINT) {
      suppressionDao.markComplained(mailing, taskId, userId, now);
      suppress(event, SuppressionReason.COMPLAINED, now);
      return;
    }
    int bounced =
        suppressionDao.markBounced(mailing, taskId, userId, event.fault(), event.reply(), now);
    if (bounced == 0) {
      return;
    }
    if (event.fault().isHard() || (isSoft(event.fault()) && isLasting(userId, now))) {
      suppress(event, SuppressionReason.BOUNCED, now);
    }
  }

  private boolean isLasting(long userId, Instant now) {
    return suppressionDao.isLastingSoft(userId, SOFT_BOUNCES, now.minus(SOFT_FOR));
  }

  /** Faults of the mailbox, not of the sender. */
  private static boolean isSoft(Fault fault) {
    return fault == Fault.MAILBOX_FULL || fault == Fault.TOO_OLD || fault == Fault.OTHER;
  }

  private void suppress(MailEvent event, SuppressionReason reason, Instant now) {
    int channels =
        suppressionDao.insertForReader(
            event.mail().isOfMailing(),
            event.mail().taskId(),
            event.mail().userId(),
            reason,
            event.reply(),
            now);
    if (channels > 0) {
      LOG.info("reader {} gets no more posts by email: {}", event.mail().userId(), reason);
    }
  }
}
