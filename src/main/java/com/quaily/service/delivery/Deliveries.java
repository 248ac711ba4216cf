package com.quaily.service.delivery;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTargetDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PreferencesDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.DeliverySettings;
import com.quaily.delivery.social.SocialSender;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.service.delivery.DeliveryService.Posts;
import java.time.Clock;
import java.time.Instant;

/** The services for deliveries, put together. */
public final class Deliveries {

  /** Each has a row for each recipient. */
  private static final int DELETED_AT_ONCE = 1;

  private final DeliveryTaskDao taskDao;
  private final DeliverySettings settings;
  private final Clock clock;
  private final DeliveryTasks tasks;
  private final DeliveryService service;
  private final DeliveryControl control;
  private final DeliveryReport report;
  private final ScheduledDeliveries scheduled;

  /** The tables of deliveries and what they read besides. */
  public record Tables(
      Transactions transactions,
      DeliveryTaskDao tasks,
      DeliveryRecipientDao recipients,
      DeliveryTargetDao targets,
      PostDao posts,
      PreferencesDao preferences) {}

  public Deliveries(
      Tables tables,
      DeliverySettings settings,
      Posts posts,
      DeliveryPreview preview,
      SocialSender social,
      JobQueue jobQueue,
      Clock clock) {
    this.settings = settings;
    this.clock = clock;
    taskDao = tables.tasks();
    DeliveryRecipientDao recipientDao = tables.recipients();
    DeliveryTargetDao targetDao = tables.targets();
    DeliveryTargets targets = new DeliveryTargets(social);
    DeliveryQuota quota = new DeliveryQuota(taskDao, settings.dailyQuota(), clock);
    DeliveryQueue queue = new DeliveryQueue(taskDao, targetDao, quota, jobQueue, clock);
    tasks = new DeliveryTasks(taskDao, recipientDao, targetDao, tables.posts());
    service =
        new DeliveryService(
            posts, targets, preview, queue, quota, recipientDao, tables.preferences(), clock);
    control =
        new DeliveryControl(
            tables.transactions(),
            tasks,
            queue,
            targets,
            new DeliveryControl.Messages(recipientDao, targetDao),
            posts,
            clock);
    report = new DeliveryReport(tasks, recipientDao);
    scheduled =
        new ScheduledDeliveries(
            taskDao, tables.posts(), posts.schedule(), settings.latest(), clock);
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
