package com.quaily.service.delivery.webhook;

import com.quaily.dao.WebhookDao;
import com.quaily.model.delivery.Webhook;
import com.quaily.model.delivery.WebhookDelivery;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. Each webhook has a thread of its own in a round, so that a receiver that hangs
 * delays no other one; after a failure its other events wait for the next round.
 */
public final class WebhookDispatcher implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);

  private static final int THREADS = 8;
  private static final int WEBHOOKS_AT_ONCE = 64;
  private static final int EVENTS_AT_ONCE = 20;

  /** After this time, the deliveries of a process that died can be claimed again. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** How long a webhook may go on in one round. */
  private static final Duration TURN = Duration.ofSeconds(10);

  /** When the events behind one that failed are tried. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final WebhookDao webhookDao;
  private final WebhookSender sender;
  private final Clock clock;
  private final AtomicInteger threads = new AtomicInteger();
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "webhook-" + threads.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  public WebhookDispatcher(WebhookDao webhookDao, WebhookSender sender, Clock clock) {
    this.webhookDao = webhookDao;
    this.sender = sender;
    this.clock = clock;
  }

  /** Sends what is due now; returns when every attempt has ended. */
  public void sendDue() {
    List<Long> due = webhookDao.selectDue(clock.instant(), WEBHOOKS_AT_ONCE);
    List<Future<?>> turns =
        due.stream().<Future<?>>map(id -> executor.submit(() -> turn(id))).toList();
    for (Future<?> turn : turns) {
      await(turn);
    }
  }

  private static void await(Future<?> turn) {
    try {
      turn.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.error("a webhook's turn failed", e.getCause());
    }
  }

  private void turn(long webhookId) {
    Instant end = clock.instant().plus(TURN);
    boolean more = true;
    while (more && clock.instant().isBefore(end)) {
      Optional<Webhook> webhook = webhookDao.select(webhookId).filter(Webhook::active);
      if (webhook.isEmpty()) {
        webhookDao.abandon(webhookId);
        return;
      }
      Instant now = clock.instant();
      List<WebhookDelivery> claimed =
          webhookDao.claim(webhookId, now, now.plus(LEASE), EVENTS_AT_ONCE);
      more = sendAll(webhook.get(), claimed) && claimed.size() == EVENTS_AT_ONCE;
    }
  }

  /** Sends in order until one fails; returns whether all arrived. */
  private boolean sendAll(Webhook webhook, List<WebhookDelivery> claimed) {
    for (int i = 0; i < claimed.size(); i++) {
      if (!sender.send(webhook, claimed.get(i))) {
        List<Long> rest =
            claimed.subList(i + 1, claimed.size()).stream().map(WebhookDelivery::id).toList();
        webhookDao.release(rest, clock.instant().plus(REST));
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
