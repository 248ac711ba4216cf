package com.quaily.delivery.sending;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses deliveries to many addresses that do not exist, before receivers take the sender for one
 * who buys addresses. Used by one thread.
 */
final class BounceGuard {

  private static final Logger LOG = LoggerFactory.getLogger(BounceGuard.class);

  /** Counting reads all rows of a delivery. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DeliveryTaskDao taskDao;
  private final DeliveryRecipientDao recipientDao;
  private final DeliveryNews news;
  private final Clock clock;
  private Instant next = Instant.MIN;

  BounceGuard(
      DeliveryTaskDao taskDao, DeliveryRecipientDao recipientDao, DeliveryNews news, Clock clock) {
    this.taskDao = taskDao;
    this.recipientDao = recipientDao;
    this.news = news;
    this.clock = clock;
  }

  /** Looks at deliveries that are being sent, unless it did so a moment ago. */
  void look(List<DeliveryTask> sending) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(PAUSE);
    // Who resumed one has seen it.
    sending.stream()
        .filter(task -> task.notice() != DeliveryNotice.BOUNCES)
        .forEach(task -> look(task, now));
  }

  private void look(DeliveryTask task, Instant now) {
    BounceShare share = BounceShare.of(recipientDao.count(task.id()));
    if (share.isTooMuch()) {
      List<String> from = List.of(DeliveryState.SENDING.name());
      taskDao.updateState(task.id(), from, DeliveryState.PAUSED, DeliveryNotice.BOUNCES, now);
      LOG.warn("delivery {} is paused: {} addresses do not exist", task.id(), share.missing());
      news.paused(task, share.missing(), share.all());
    }
  }
}
