package com.quaily.service.delivery;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTargetDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Database;
import com.quaily.delivery.DeliverySettings;
import com.quaily.delivery.social.SocialSender;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.service.delivery.DeliveryService.Posts;
import java.time.Clock;
import java.time.Instant;

/** The services for deliveries, put together. */
public final class Deliveries {

  private static final int DELETED_AT_ONCE = 10;

  private final DeliveryTaskDao taskDao;
  private final DeliverySettings settings;
  private final Clock clock;
  private final DeliveryTasks tasks;
  private final DeliveryService service;
  private final DeliveryControl control;
  private final DeliveryReport report;
  private final ScheduledDeliveries scheduled;

  public Deliveries(
      Database database,
      DeliverySettings settings,
      Posts posts,
      DeliveryPreview preview,
      SocialSender social,
      JobQueue jobQueue,
      Clock clock) {
    this.settings = settings;
    this.clock = clock;
    taskDao = database.dao(DeliveryTaskDao.class);
    DeliveryRecipientDao recipientDao = database.dao(DeliveryRecipientDao.class);
    DeliveryTargetDao targetDao = database.dao(DeliveryTargetDao.class);
    DeliveryTargets targets = new DeliveryTargets(social);
    DeliveryQuota quota = new DeliveryQuota(taskDao, settings.dailyQuota(), clock);
    DeliveryQueue queue = new DeliveryQueue(taskDao, targetDao, quota, jobQueue, clock);
    tasks = new DeliveryTasks(taskDao, recipientDao, targetDao, database.dao(PostDao.class));
    service = new DeliveryService(posts, targets, preview, queue, quota, recipientDao, clock);
    control =
        new DeliveryControl(
            database,
            tasks,
            queue,
            targets,
            new DeliveryControl.Messages(recipientDao, targetDao),
            posts,
            clock);
    report = new DeliveryReport(tasks, recipientDao);
    scheduled =
        new ScheduledDeliveries(
            taskDao, database.dao(PostDao.class), posts.schedule(), settings.latest(), clock);
  }

  public DeliveryTasks tasks() {
    return tasks;
  }

  public DeliveryService service() {
    return service;
  }

  public DeliveryControl control() {
    return control;
  }

  public DeliveryReport report() {
    return report;
  }

  public ScheduledDeliveries scheduled() {
    return scheduled;
  }

  /** Starts deliveries at their time. */
  public JobHandler<?> startHandler() {
    return new StartDeliveryHandler(scheduled);
  }

  /** Deletes deliveries, with all their rows, that ended long ago. */
  public void deleteOld() {
    Instant time = clock.instant().minus(settings.keepFor());
    int deleted;
    do {
      deleted = taskDao.deleteFinishedBefore(time, DELETED_AT_ONCE);
    } while (deleted == DELETED_AT_ONCE);
  }
}
