package com.quaily.delivery.sending;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.MessageCount;
import com.quaily.model.delivery.MessageState;
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

  /** Fewer emails than this say nothing. */
  private static final int ENOUGH = 50;

  private static final double MOST = 0.05;

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
    long sent = 0;
    long hard = 0;
    for (MessageCount count : recipientDao.count(task.id())) {
      sent += count.state() == MessageState.SENT ? count.messages() : 0;
      boolean isHard = count.state() == MessageState.FAILED && count.fault().isHard();
      hard += isHard ? count.messages() : 0;
    }
    long all = hard + sent;
    if (all >= ENOUGH && hard > MOST * all) {
      List<String> from = List.of(DeliveryState.SENDING.name());
      taskDao.updateState(task.id(), from, DeliveryState.PAUSED, DeliveryNotice.BOUNCES, now);
      LOG.warn("delivery {} is paused: {} of {} addresses do not exist", task.id(), hard, all);
      news.paused(task, hard, all);
    }
  }
}
