package com.quaily.delivery.sending;

import com.quaily.dao.MailingRecipientDao;
import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.MailResult;
import java.time.Instant;
import java.util.Optional;

/** Where a session takes emails from, and says what became of them. */
public interface MailQueue extends AutoCloseable {

  /**
   * Begins to hand over a claimed email, and records what became of the one before it.
   *
   * @param last null = there was none before
   */
  Optional<DueMail> advance(MailResult last, long taskId, long userId, String worker, Instant now);

  /** Records what became of an email. */
  void finish(MailResult result, String worker, Instant now);

  /** Whether its emails show a post that must be published. */
  boolean isDelivery();

  @Override
  default void close() {
    // Most hold nothing.
  }

  /** The emails of mailings. */
  static MailQueue of(MailingRecipientDao dao) {
    return new MailQueue() {
      @Override
      public Optional<DueMail> advance(
          MailResult last, long taskId, long userId, String worker, Instant now) {
        return dao.advance(last, taskId, userId, worker, now);
      }

      @Override
      public void finish(MailResult result, String worker, Instant now) {
        dao.finish(result, worker, now);
      }

      @Override
      public boolean isDelivery() {
        return false;
      }
    };
  }
}
