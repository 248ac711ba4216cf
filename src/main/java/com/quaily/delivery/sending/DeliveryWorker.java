package com.quaily.delivery.sending;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTargetDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.database.Transactions;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends deliveries in this process, beside any number of other processes. {@link #tick} is called
 * again and again by one thread; {@link #beat} by another, so that a slow database statement of the
 * first does not let this worker appear dead.
 */
public final class DeliveryWorker implements AutoCloseable {

  /** How often {@link #beat} must be called. */
  public static final Duration BEAT = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final long ALIVE_SECONDS = 20;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration BUSY = Duration.ofMillis(200);
  private static final Duration LONGEST_HANDOVER = Duration.ofMinutes(30);
  private static final int ROWS_AT_ONCE = 2_000;
  private static final int CLAIMED_AT_ONCE = 20;
  private static final long CLOSE_SECONDS = 15;

  private final String worker = "delivery-" + UUID.randomUUID();
  private final Transactions transactions;
  private final DeliveryTaskDao taskDao;
  private final DeliveryRecipientDao recipientDao;
  private final DeliveryTargetDao targetDao;
  private final BounceGuard bounces;
  private final Sessions sessions;
  private final DeliveryNews news;
  private final Clock clock;
  private final ExecutorService executor;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicBoolean serving = new AtomicBoolean();
  private final AtomicBoolean mailing = new AtomicBoolean();
  private volatile boolean registered;
  private volatile boolean closed;
  private volatile boolean ended;

  /**
   * What hands over messages.
   *
   * @param count emails that are handed over at once
   */
  public record Sessions(
      MailSession mail, MailingSession mailings, SocialSession social, int count) {}

  public DeliveryWorker(
      Transactions transactions,
      DeliveryTaskDao taskDao,
      DeliveryRecipientDao recipientDao,
      DeliveryTargetDao targetDao,
      Sessions sessions,
      DeliveryNews news,
      Clock clock) {
    this.transactions = transactions;
    this.taskDao = taskDao;
    this.recipientDao = recipientDao;
    this.targetDao = targetDao;
    this.bounces = new BounceGuard(taskDao, recipientDao, news, clock);
    this.sessions = sessions;
    this.news = news;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.executor =
        Executors.newFixedThreadPool(
            sessions.count() + 2,
            work -> {
              Thread thread = new Thread(work, "delivery-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Says that this worker is alive, and finds what dead ones left; returns the time to the next.
   */
  public Duration beat() {
    if (!ended) {
      recipientDao.updateWorker(worker, ALIVE_SECONDS);
      registered = true;
      Instant now = clock.instant();
      Instant begunBefore = now.minus(LONGEST_HANDOVER);
      int mails = recipientDao.markUncertain(begunBefore, now);
      int messages = targetDao.markUncertain(begunBefore, now);
      if (mails + messages > 0) {
        LOG.warn("{} messages are uncertain: their results were not recorded", mails + messages);
      }
      if (running.get() == 0) {
        // Emails that a session could not release, because the database was unavailable.
        recipientDao.release(worker, 0, List.of());
      }
      recipientDao.releaseDead();
      sessions.mailings().recover();
    }
    return BEAT;
  }

  /** Looks after all deliveries that are being sent; returns the time to the next look. */
  public Duration tick() {
    if (!registered || closed) {
      return IDLE;
    }
    if (taskDao.pauseHidden(clock.instant()) > 0) {
      LOG.info("deliveries are paused, because their posts are not published any more");
    }
    List<DeliveryTask> sending = taskDao.selectSending();
    bounces.look(sending);
    for (DeliveryTask task : sending) {
      follow(task);
      startSessions(task);
    }
    if (mailing.compareAndSet(false, true)) {
      executor.execute(this::sendMailings);
    }
    return sending.isEmpty() ? IDLE : BUSY;
  }

  /** Adds recipients while there are more; ends the delivery when all is done. */
  private void follow(DeliveryTask task) {
    transactions.inTransaction(
        () -> {
          Optional<Boolean> locked = taskDao.lockSending(task.id());
          if (locked.isEmpty()) {
            return;
          }
          Instant now = clock.instant();
          boolean complete = locked.get();
          if (!complete && recipientDao.insertSubscribers(task.id(), ROWS_AT_ONCE, now) == 0) {
            // Subscriptions that were confirmed in a different order than they began.
            recipientDao.insertMissing(task.id(), now);
            taskDao.markComplete(task.id());
            news.started(task);
            complete = true;
          }
          if (complete && taskDao.finish(task.id(), now) > 0) {
            LOG.info("delivery {} of post {} is finished", task.id(), task.postId());
            taskDao.selectById(task.id()).ifPresent(news::finished);
          }
        });
  }

  private void startSessions(DeliveryTask task) {
    if (serving.compareAndSet(false, true)) {
      executor.execute(this::sendToServices);
    }
    while (!closed && running.get() < sessions.count()) {
      List<Long> claimed = recipientDao.claim(task.id(), worker, CLAIMED_AT_ONCE, clock.instant());
      if (claimed.isEmpty()) {
        return;
      }
      running.incrementAndGet();
      executor.execute(() -> runSession(task, claimed));
    }
  }

  private void runSession(DeliveryTask task, List<Long> claimed) {
    List<Long> next = claimed;
    try {
      while (!next.isEmpty() && !closed) {
        Optional<String> trouble = sessions.mail().send(task.id(), next, worker, () -> closed);
        report(task, trouble);
        recipientDao.release(worker, task.id(), next);
        next =
            trouble.isPresent() || closed
                ? List.of()
                : recipientDao.claim(task.id(), worker, CLAIMED_AT_ONCE, clock.instant());
      }
    } catch (RuntimeException e) {
      LOG.warn("a session of delivery {} ended", task.id(), e);
    } finally {
      running.decrementAndGet();
    }
  }

  private void report(DeliveryTask task, Optional<String> trouble) {
    DeliveryNotice notice = trouble.isPresent() ? DeliveryNotice.TRANSPORT : DeliveryNotice.NONE;
    if (trouble.isPresent() || task.notice() == DeliveryNotice.TRANSPORT) {
      taskDao.updateNotice(task.id(), notice, trouble.orElse(""), clock.instant());
    }
  }

  private void sendToServices() {
    try {
      while (!closed && sessions.social().send(worker, () -> closed)) {
        // One after another: they are few.
      }
    } catch (RuntimeException e) {
      LOG.warn("messages to other services wait", e);
    } finally {
      serving.set(false);
    }
  }

  private void sendMailings() {
    try {
      while (!closed && sessions.mailings().send(worker, () -> closed)) {
        // A few at a time, so that an end of the program is noticed.
      }
    } catch (RuntimeException e) {
      LOG.warn("emails to single readers wait", e);
    } finally {
      mailing.set(false);
    }
  }

  /** Ends after the messages that are being handed over, at the latest after fifteen seconds. */
  @Override
  public void close() {
    closed = true;
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("messages are still being handed over; they will be uncertain");
        return;
      }
      ended = true;
      sessions.mail().close();
      recipientDao.release(worker, 0, List.of());
      sessions.mailings().release(worker);
      recipientDao.deleteWorker(worker);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("other workers will notice that this one has ended", e);
    }
  }
}
