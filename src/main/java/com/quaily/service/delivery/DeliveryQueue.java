package com.quaily.service.delivery;

import com.quaily.dao.DeliveryTargetDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.post.Post;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Adds deliveries and moves scheduled ones, in the caller's transaction. */
final class DeliveryQueue {

  /** The job that starts a delivery at its time; there is at most one for each delivery. */
  static final JobType<ScheduledDelivery> START =
      new JobType<>("start-delivery", ScheduledDelivery.class);

  private final DeliveryTaskDao taskDao;
  private final DeliveryTargetDao targetDao;
  private final DeliveryQuota quota;
  private final JobQueue jobQueue;
  private final Clock clock;

  DeliveryQueue(
      DeliveryTaskDao taskDao,
      DeliveryTargetDao targetDao,
      DeliveryQuota quota,
      JobQueue jobQueue,
      Clock clock) {
    this.taskDao = taskDao;
    this.targetDao = targetDao;
    this.quota = quota;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /**
   * Adds a delivery. The caller holds the channel's lock, so that counts are exact.
   *
   * @param time null = at once
   * @param again whether a post that was already sent is sent again
   */
  void add(long userId, Post post, List<String> targets, Instant time, boolean again) {
    if (!again && taskDao.isDelivered(post.id())) {
      throw new ConflictException(
          ErrorCode.DELIVERY_EXISTS, "again: " + ErrorCode.DELIVERY_EXISTS.message());
    }
    quota.require(post.channelId());
    Instant now = clock.instant();
    DeliveryTask task =
        taskDao.insert(
            new DeliveryTask(
                0,
                null,
                userId,
                post.channelId(),
                post.id(),
                time == null ? DeliveryState.SENDING : DeliveryState.SCHEDULED,
                DeliveryNotice.NONE,
                "",
                targets,
                time,
                time == null ? now : null,
                null,
                now,
                now));
    targetDao.insert(task.id(), services(targets), now);
    if (time != null) {
      startAt(task.id(), time);
    }
  }

  /** Gives a scheduled delivery another time and other targets. */
  void move(long taskId, List<String> targets, Instant time) {
    DeliveryTask locked = taskDao.selectByIdForUpdate(taskId).orElseThrow();
    if (locked.state() != DeliveryState.SCHEDULED) {
      throw DeliveryTasks.wrongState(locked);
    }
    Instant now = clock.instant();
    taskDao.updateSchedule(taskId, targets, time, now);
    targetDao.delete(taskId);
    targetDao.insert(taskId, services(targets), now);
    startAt(taskId, time);
  }

  private static List<String> services(List<String> targets) {
    return targets.stream().filter(target -> !target.equals(DeliveryTask.EMAIL)).toList();
  }

  private void startAt(long taskId, Instant time) {
    jobQueue.reschedule(START, String.valueOf(taskId), new ScheduledDelivery(taskId), time);
  }

  /** The data of the job. */
  record ScheduledDelivery(long taskId) {}
}
