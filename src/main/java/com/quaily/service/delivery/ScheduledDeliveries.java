package com.quaily.service.delivery;

import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.post.Post;
import com.quaily.service.post.PostSchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts deliveries at their time. The time in the delivery's row decides: jobs only say when to
 * look.
 */
public final class ScheduledDeliveries {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledDeliveries.class);
  private static final int AT_ONCE = 100;

  private final DeliveryTaskDao taskDao;
  private final PostDao postDao;
  private final PostSchedule postSchedule;
  private final Duration latest;
  private final Clock clock;

  /**
   * @param latest how late a delivery starts by itself
   */
  public ScheduledDeliveries(
      DeliveryTaskDao taskDao,
      PostDao postDao,
      PostSchedule postSchedule,
      Duration latest,
      Clock clock) {
    this.taskDao = taskDao;
    this.postDao = postDao;
    this.postSchedule = postSchedule;
    this.latest = latest;
    this.clock = clock;
  }

  /**
   * Starts a delivery, if its time has come; else does nothing. One that is too late waits for a
   * writer: readers would wonder about old news.
   */
  void startIfDue(long taskId) {
    Instant now = clock.instant();
    taskDao
        .selectById(taskId)
        .filter(task -> task.state() == DeliveryState.SCHEDULED)
        .filter(task -> !task.scheduledAt().isAfter(now))
        .ifPresent(task -> start(task, now));
  }

  private void start(DeliveryTask task, Instant now) {
    if (task.scheduledAt().plus(latest).isBefore(now)) {
      LOG.warn("delivery {} is too late and waits for a writer", task.id());
      moveOn(task, DeliveryState.PAUSED, DeliveryNotice.LATE, now);
      return;
    }
    postSchedule.publishIfDue(task.postId());
    if (postDao.selectById(task.postId()).filter(Post::isPublished).isPresent()) {
      moveOn(task, DeliveryState.SENDING, DeliveryNotice.NONE, now);
    } else {
      moveOn(task, DeliveryState.PAUSED, DeliveryNotice.NOT_PUBLISHED, now);
    }
  }

  private void moveOn(DeliveryTask task, DeliveryState state, DeliveryNotice notice, Instant now) {
    List<String> from = List.of(DeliveryState.SCHEDULED.name());
    taskDao.updateState(task.id(), from, state, notice, now);
  }

  /** When the delivery starts; empty when it is not scheduled any more. */
  Optional<Instant> startsAt(long taskId) {
    return taskDao
        .selectById(taskId)
        .filter(task -> task.state() == DeliveryState.SCHEDULED)
        .map(DeliveryTask::scheduledAt);
  }

  /** Starts the deliveries whose job did not run at their time. */
  public void startMissed() {
    for (long taskId : taskDao.selectDueIds(clock.instant(), AT_ONCE)) {
      try {
        startIfDue(taskId);
      } catch (RuntimeException e) {
        // One delivery must not keep the others waiting.
        LOG.warn("delivery {} is not started yet: {}", taskId, e.getMessage());
      }
    }
  }
}
