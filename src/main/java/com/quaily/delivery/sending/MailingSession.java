package com.quaily.delivery.sending;

import com.quaily.dao.MailingRecipientDao;
import com.quaily.model.delivery.MailingClaim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over the emails of mailings: digests, greetings and what else goes to single readers. */
public final class MailingSession {

  private static final Logger LOG = LoggerFactory.getLogger(MailingSession.class);
  private static final Duration LONGEST_HANDOVER = Duration.ofMinutes(30);
  private static final int CLAIMED_AT_ONCE = 20;

  private final MailingRecipientDao recipientDao;
  private final MailSession mail;
  private final MailingGuard guard;
  private final Clock clock;

  public MailingSession(
      MailingRecipientDao recipientDao, MailSession mail, MailingGuard guard, Clock clock) {
    this.recipientDao = recipientDao;
    this.mail = mail;
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * Sends some emails that are due.
   *
   * @param closed asked before each email
   * @return whether there can be more to send at once
   */
  boolean send(String worker, BooleanSupplier closed) {
    List<MailingClaim> claimed = recipientDao.claim(worker, CLAIMED_AT_ONCE, clock.instant());
    Map<Long, List<Long>> users =
        claimed.stream()
            .collect(
                Collectors.groupingBy(
                    MailingClaim::mailingId,
                    Collectors.mapping(MailingClaim::userId, Collectors.toList())));
    try {
      for (Map.Entry<Long, List<Long>> mailing : users.entrySet()) {
        boolean unreachable =
            mail.send(mailing.getKey(), mailing.getValue(), worker, closed).isPresent();
        if (unreachable || closed.getAsBoolean()) {
          return false;
        }
      }
      return !claimed.isEmpty();
    } finally {
      recipientDao.release(worker);
      guard.look(users.keySet());
    }
  }

  /** Finds what dead workers left. */
  void recover() {
    Instant now = clock.instant();
    int uncertain = recipientDao.markUncertain(now.minus(LONGEST_HANDOVER), now);
    if (uncertain > 0) {
      LOG.warn("{} emails are uncertain: their worker died while sending", uncertain);
    }
    recipientDao.releaseDead();
  }

  /** Gives up what a worker holds and has not begun. */
  void release(String worker) {
    recipientDao.release(worker);
  }
}
