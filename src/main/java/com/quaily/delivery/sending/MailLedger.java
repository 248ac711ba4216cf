package com.quaily.delivery.sending;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.MailResult;
import com.quaily.model.delivery.RecordedMail;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/**
 * Writes down what becomes of the emails of deliveries. The database takes the steps of all
 * sessions together: what arrives during one statement goes into the next. All steps are those of
 * one worker. Each session waits for its step, so never more steps wait than there are sessions.
 */
public final class MailLedger implements MailQueue {

  private final DeliveryRecipientDao recipientDao;
  private final LinkedBlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "delivery-ledger");
            thread.setDaemon(true);
            return thread;
          });

  public MailLedger(DeliveryRecipientDao recipientDao) {
    this.recipientDao = recipientDao;
  }

  @Override
  public Optional<DueMail> advance(
      MailResult last, long taskId, long userId, String worker, Instant now) {
    return Optional.ofNullable(
        write(
            new Step(
                Optional.ofNullable(last), Optional.of(new Mail(taskId, userId)), worker, now)));
  }

  @Override
  public void finish(MailResult result, String worker, Instant now) {
    write(new Step(Optional.of(result), Optional.empty(), worker, now));
  }

  @Override
  public boolean isDelivery() {
    return true;
  }

  private DueMail write(Step step) {
    steps.add(step);
    try {
      writer.execute(this::writeAll);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile. What was queued before that is still written, perhaps with this step.
      if (steps.remove(step)) {
        throw new UnavailableException(ErrorCode.SERVER_BUSY, "this worker has ended");
      }
    }
    try {
      return step.written().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void writeAll() {
    List<Step> together = new ArrayList<>();
    steps.drainTo(together);
    if (together.isEmpty()) {
      return;
    }
    try {
      Map<Mail, DueMail> begun = new HashMap<>();
      for (DueMail mail : write(together)) {
        begun.put(new Mail(mail.taskId(), mail.userId()), mail);
      }
      together.forEach(step -> step.written().complete(step.next().map(begun::get).orElse(null)));
    } catch (RuntimeException e) {
      together.forEach(step -> step.written().completeExceptionally(e));
    }
  }

  private List<DueMail> write(List<Step> together) {
    // In the order of their keys: a statement that locks several waits for nobody who does so too.
    List<Mail> next =
        together.stream().flatMap(step -> step.next().stream()).sorted(Mail.ORDER).toList();
    return recipientDao.advance(
        together.stream().flatMap(step -> step.last().stream()).map(RecordedMail::of).toList(),
        next.stream().map(Mail::taskId).toList(),
        next.stream().map(Mail::userId).toList(),
        together.get(0).worker(),
        together.get(0).now());
  }

  /** Steps that wait are still written; later ones are refused as {@link UnavailableException}. */
  @Override
  public void close() {
    writer.shutdown();
  }

  /** One recipient of a delivery. */
  private record Mail(long taskId, long userId) {

    static final Comparator<Mail> ORDER =
        Comparator.comparingLong(Mail::taskId).thenComparingLong(Mail::userId);
  }

  private record Step(
      Optional<MailResult> last,
      Optional<Mail> next,
      String worker,
      Instant now,
      CompletableFuture<DueMail> written) {

    Step(Optional<MailResult> last, Optional<Mail> next, String worker, Instant now) {
      this(last, next, worker, now, new CompletableFuture<>());
    }
  }
}
