package com.quaily.delivery.sending;

import com.quaily.dao.DeliveryTargetDao;
import com.quaily.delivery.social.SocialMessage;
import com.quaily.delivery.social.SocialOutcome;
import com.quaily.delivery.social.SocialSender;
import com.quaily.delivery.transport.Replies;
import com.quaily.model.delivery.DeliveryTarget;
import com.quaily.model.delivery.MessageState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over the messages of deliveries to services other than email. */
public final class SocialSession {

  private static final Logger LOG = LoggerFactory.getLogger(SocialSession.class);

  private final DeliveryTargetDao targetDao;
  private final SocialSender sender;
  private final RetryPlan retries;
  private final Clock clock;

  public SocialSession(
      DeliveryTargetDao targetDao, SocialSender sender, RetryPlan retries, Clock clock) {
    this.targetDao = targetDao;
    this.sender = sender;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * Sends one message that is due; returns whether there was one.
   *
   * @param closed ends the attempts to record what became of it
   */
  boolean send(String worker, BooleanSupplier closed) {
    Optional<DeliveryTarget> due = targetDao.claim(worker, clock.instant());
    due.ifPresent(target -> send(target, worker, closed));
    return due.isPresent();
  }

  private void send(DeliveryTarget target, String worker, BooleanSupplier closed) {
    SocialOutcome outcome = outcome(target);
    Instant now = clock.instant();
    int attempts = target.attempts() + 1;
    Instant next = outcome.retryAt().orElseGet(() -> retries.next(attempts, now));
    boolean tooOften = outcome.state() == SocialOutcome.State.WAIT && retries.isTooOften(attempts);
    MessageState state = tooOften ? MessageState.FAILED : state(outcome);
    DeliveryTarget after =
        new DeliveryTarget(
            target.taskId(),
            target.channelId(),
            target.postId(),
            target.service(),
            state,
            attempts,
            Replies.line(outcome.reply()),
            outcome.address().orElse(""),
            now);
    ResultWriter.write(() -> targetDao.finish(after, worker, next), closed);
  }

  private SocialOutcome outcome(DeliveryTarget target) {
    try {
      return sender.send(
          new SocialMessage(
              target.taskId(), target.service(), target.channelId(), target.postId()));
    } catch (RuntimeException e) {
      // A fault of ours, and nobody knows how far it came.
      LOG.error("delivery {} to {} ended unexpectedly", target.taskId(), target.service(), e);
      return new SocialOutcome(
          SocialOutcome.State.UNCERTAIN,
          String.valueOf(e.getMessage()),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static MessageState state(SocialOutcome outcome) {
    return switch (outcome.state()) {
      case SENT -> MessageState.SENT;
      case FAILED -> MessageState.FAILED;
      case UNCERTAIN -> MessageState.UNCERTAIN;
      case WAIT -> MessageState.QUEUED;
    };
  }
}
