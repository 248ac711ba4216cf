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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. Each webhook has a thread of its own, so that a receiver that hangs delays no
 * other one; after a failure its other events wait for a moment.
 */
public final class WebhookDispatcher implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);

  private static final int THREADS = 8;
  private static final int WEBHOOKS_AT_ONCE = 64;
  private static final int EVENTS_AT_ONCE = 20;

  /** After this time, the deliveries of a process that died can be claimed again. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** How long a webhook may keep its thread while others wait for one. */
  private static final Duration TURN = Duration.ofSeconds(10);

  /** When the events behind one that failed are tried. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final WebhookDao webhookDao;
  private final WebhookSender sender;
  private final Clock clock;

  /** Webhooks that have a thread, or wait for one. */
  private final Set<Long> busy = ConcurrentHashMap.newKeySet();

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

  /** Begins to send what is due; returns at once. */
  public void sendDue() {
    for (long id : webhookDao.selectDue(clock.instant(), WEBHOOKS_AT_ONCE)) {
      if (busy.add(id)) {
        executor.execute(() -> safeTurn(id));
      }
    }
  }

  private void safeTurn(long webhookId) {
    try {
      turn(webhookId);
    } catch (RuntimeException e) {
      LOG.warn("events of webhook {} wait: {}", webhookId, e.getMessage());
    } finally {
      busy.remove(webhookId);
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
