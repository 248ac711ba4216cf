package com.quaily.delivery.sending;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.MailResult;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a session takes emails from, and says what became of them.
 *
 * @param isDelivery whether its emails show a post that must be published
 */
public record MailQueue(Begin begin, End end, boolean isDelivery) {

  /** Begins to hand over an email. */
  @FunctionalInterface
  public interface Begin {

    /**
     * Begins with a claimed email, and records what became of the one before it.
     *
     * @param last null = there was none before
     */
    Optional<DueMail> advance(
        MailResult last, long taskId, long userId, String worker, Instant now);
  }

  /** Records what became of an email. */
  @FunctionalInterface
  public interface End {

    void finish(MailResult result, String worker, Instant now);
  }

  /** The emails of deliveries. */
  public static MailQueue of(DeliveryRecipientDao dao) {
    return new MailQueue(dao::advance, dao::finish, true);
  }

  /** The emails of mailings. */
  public static MailQueue of(MailingRecipientDao dao) {
    return new MailQueue(dao::advance, dao::finish, false);
  }
}
