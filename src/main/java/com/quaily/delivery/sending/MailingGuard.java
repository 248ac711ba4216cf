package com.quaily.delivery.sending;

import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.model.Notice;
import com.quaily.notice.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses mailings to many addresses that do not exist, as {@link BounceGuard} does with deliveries.
 * Used by one thread at a time.
 */
public final class MailingGuard {

  private static final Logger LOG = LoggerFactory.getLogger(MailingGuard.class);

  /** Counting reads all rows of a mailing. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final MailingDao mailingDao;
  private final MailingRecipientDao recipientDao;
  private final Notices notices;
  private final Clock clock;
  private final Set<Long> sent = new HashSet<>();
  private Instant next = Instant.MIN;

  public MailingGuard(
      MailingDao mailingDao, MailingRecipientDao recipientDao, Notices notices, Clock clock) {
    this.mailingDao = mailingDao;
    this.recipientDao = recipientDao;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Checks mailings whose emails were just sent; at most once a second, otherwise the next time.
   *
   * @param mailingIds of the emails that were sent since the last call
   */
  void look(Collection<Long> mailingIds) {
    sent.addAll(mailingIds);
    Instant now = clock.instant();
    if (!now.isBefore(next)) {
      next = now.plus(PAUSE);
      sent.forEach(id -> look(id, now));
      sent.clear();
    }
  }

  private void look(long mailingId, Instant now) {
    BounceShare share = BounceShare.of(recipientDao.count(mailingId));
    if (share.isTooMuch() && mailingDao.pause(mailingId) > 0) {
      recipientDao.postpone(mailingId, now);
      LOG.warn("mailing {} is paused: {} addresses do not exist", mailingId, share.missing());
      notices.tell(
          Notice.alert(
              "mailing:" + mailingId,
              "Mailing %d is paused".formatted(mailingId),
              "%d of %d addresses do not exist. bin/quaily deliveries --resume-mailing %d goes on."
                  .formatted(share.missing(), share.all(), mailingId)));
    }
  }
}
