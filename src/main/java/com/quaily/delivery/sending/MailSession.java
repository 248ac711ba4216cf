package com.quaily.delivery.sending;

import com.quaily.dao.SubscriberDao;
import com.quaily.delivery.sending.MailWriter.Written;
import com.quaily.delivery.transport.Envelope;
import com.quaily.delivery.transport.FailoverTransport;
import com.quaily.delivery.transport.Handover;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.MailTransport;
import com.quaily.delivery.transport.Replies;
import com.quaily.delivery.transport.SendingRates;
import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.Fault;
import com.quaily.model.delivery.MailResult;
import com.quaily.model.delivery.MessageState;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.subscription.SuppressionReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over the emails of a delivery, one after another. Before each, the database knows that it
 * is being handed over; right after it, what became of it.
 */
public final class MailSession implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MailSession.class);

  private final MailQueue queue;
  private final SubscriberDao subscriberDao;
  private final MailWriter mails;
  private final MailTransport transport;
  private final SendingRates rates;
  private final RetryPlan retries;
  private final Clock clock;

  public MailSession(
      MailQueue queue,
      SubscriberDao subscriberDao,
      MailWriter mails,
      MailTransport transport,
      SendingRates rates,
      RetryPlan retries,
      Clock clock) {
    this.queue = queue;
    this.subscriberDao = subscriberDao;
    this.mails = mails;
    this.transport = transport;
    this.rates = rates;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * Sends what the worker claimed.
   *
   * @param closed asked before each email
   * @return why no server could be used; empty if one could
   */
  Optional<String> send(long taskId, List<Long> userIds, String worker, BooleanSupplier closed) {
    MailResult last = null;
    for (long userId : userIds) {
      pause(rates.take());
      Optional<DueMail> due = begin(last, taskId, userId, worker, closed);
      last = due.map(this::attempt).orElse(null);
      boolean unreachable =
          last != null
              && last.state() == MessageState.QUEUED
              && last.fault() != Fault.NONE
              && last.attempts() == due.get().attempts();
      if (unreachable || closed.getAsBoolean()) {
        record(last, worker, closed);
        return unreachable ? Optional.of(last.reply()) : Optional.empty();
      }
    }
    record(last, worker, closed);
    return Optional.empty();
  }

  private Optional<DueMail> begin(
      MailResult last, long taskId, long userId, String worker, BooleanSupplier closed) {
    try {
      return queue.advance(last, taskId, userId, worker, clock.instant());
    } catch (UnavailableException e) {
      // It is not known whether the statement was executed. The email that it began stays begun
      // and counts as uncertain; nothing was sent.
      record(last, worker, closed);
      return Optional.empty();
    }
  }

  private void record(MailResult result, String worker, BooleanSupplier closed) {
    if (result != null) {
      ResultWriter.write(() -> queue.finish(result, worker, clock.instant()), closed);
    }
  }

  private MailResult attempt(DueMail due) {
    try {
      Optional<Fault> held = due.held(clock.instant());
      if (held.isPresent()) {
        return MailResult.of(due, MessageState.SKIPPED, held.get(), "");
      }
      Duration wait = rates.take(due.email());
      if (!wait.isZero()) {
        return MailResult.of(due, MessageState.QUEUED, Fault.NONE, "")
            .again(due.attempts(), clock.instant().plus(wait));
      }
      return mails.write(due).map(written -> handOver(due, written)).orElseGet(() -> nothing(due));
    } catch (RuntimeException e) {
      LOG.warn("email {}-{} could not be written", due.taskId(), due.userId(), e);
      return failed(due, String.valueOf(e.getMessage()));
    }
  }

  private MailResult handOver(DueMail due, Written written) {
    Handover end = send(written.mail());
    return switch (end.outcome()) {
      case ACCEPTED -> result(due, MessageState.SENT, end, written);
      case UNCERTAIN -> result(due, MessageState.UNCERTAIN, end, written);
      case REFUSED -> {
        if (end.fault() == Fault.MAILBOX_NOT_FOUND) {
          suppress(due);
        }
        yield result(due, MessageState.FAILED, end, written);
      }
      case DEFERRED -> deferred(due, end);
      case UNAVAILABLE ->
          MailResult.of(due, MessageState.QUEUED, end.fault(), end.reply())
              .by(end.transport(), null)
              .again(due.attempts(), clock.instant().plus(FailoverTransport.REST));
    };
  }

  private Handover send(Envelope mail) {
    try {
      return transport.send(mail);
    } catch (RuntimeException e) {
      // A fault of ours, and nobody knows how far it came.
      LOG.error("an email was not handed over as it should", e);
      return new Handover(
          Outcome.UNCERTAIN, Fault.SYSTEM_ERROR, Replies.line(e.toString()), transport.name());
    }
  }

  /** Receivers distrust senders who keep writing to mailboxes that do not exist. */
  private void suppress(DueMail due) {
    subscriberDao.insertSuppression(
        due.channelId(), due.email(), SuppressionReason.BOUNCED, clock.instant());
  }

  private MailResult deferred(DueMail due, Handover end) {
    Instant now = clock.instant();
    int attempts = due.attempts() + 1;
    if (retries.isTooOld(due.taskStartedAt(), now)) {
      return MailResult.of(due, MessageState.FAILED, Fault.TOO_OLD, end.reply())
          .by(end.transport(), null);
    }
    return MailResult.of(due, MessageState.QUEUED, end.fault(), end.reply())
        .by(end.transport(), null)
        .again(attempts, later(retries.next(attempts, now), now.plus(end.pause())));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static MailResult result(DueMail due, MessageState state, Handover end, Written written) {
    return MailResult.of(due, state, end.fault(), end.reply())
        .by(end.transport(), written.postVersion());
  }

  /** A delivery's post is not published any more; a mailing has nothing to say. */
  private MailResult nothing(DueMail due) {
    return queue.isDelivery()
        ? failed(due, "the post is not published")
        : MailResult.of(due, MessageState.SKIPPED, Fault.NONE, "");
  }

  private static MailResult failed(DueMail due, String reply) {
    return MailResult.of(due, MessageState.FAILED, Fault.SYSTEM_ERROR, Replies.line(reply));
  }

  @Override
  public void close() {
    queue.close();
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
