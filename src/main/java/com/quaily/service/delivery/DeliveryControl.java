package com.quaily.service.delivery;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTargetDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryProgress;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.post.Post;
import com.quaily.service.delivery.DeliveryService.Posts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Moves, pauses, resumes and cancels deliveries, for the channel's writers. */
public final class DeliveryControl {

  private final Transactions transactions;
  private final DeliveryTasks tasks;
  private final DeliveryQueue queue;
  private final DeliveryTargets targets;
  private final Messages messages;
  private final Posts posts;
  private final Clock clock;

  /** The messages of deliveries. */
  record Messages(DeliveryRecipientDao recipients, DeliveryTargetDao targets) {}

  DeliveryControl(
      Transactions transactions,
      DeliveryTasks tasks,
      DeliveryQueue queue,
      DeliveryTargets targets,
      Messages messages,
      Posts posts,
      Clock clock) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.queue = queue;
    this.targets = targets;
    this.messages = messages;
    this.posts = posts;
    this.clock = clock;
  }

  /** Gives a scheduled delivery another time or other targets; null keeps what was. */
  public DeliveryProgress update(
      Caller caller, Channel channel, String taskKey, List<String> wanted, Instant time) {
    DeliveryTask task = tasks.require(caller, channel, taskKey);
    if (wanted == null && time == null) {
      return tasks.progress(task);
    }
    if (task.state() != DeliveryState.SCHEDULED) {
      throw DeliveryTasks.wrongState(task);
    }
    List<String> after = wanted == null ? task.targets() : targets.require(channel, wanted);
    Instant at = time == null ? task.scheduledAt() : new DeliveryTimes(clock).requireLater(time);
    Optional<Post> draft = scheduledDraft(channel, task);
    if (draft.isPresent() && time != null) {
      posts
          .schedule()
          .schedule(caller, channel, key(task), at, moved -> queue.move(task.id(), after, at));
    } else {
      transactions.inTransaction(() -> queue.move(task.id(), after, at));
    }
    return tasks.get(caller, channel, taskKey);
  }

  /** The draft that is published together with the delivery. */
  private Optional<Post> scheduledDraft(Channel channel, DeliveryTask task) {
    return Optional.of(posts.lookup().find(channel, key(task)))
        .filter(post -> task.scheduledAt() != null)
        .filter(post -> task.scheduledAt().equals(post.scheduledAt()));
  }

  private static String key(DeliveryTask task) {
    return String.valueOf(task.postId());
  }

  /** Ends a delivery: what was not begun is not sent. A draft that waits with it stays a draft. */
  public DeliveryProgress cancel(Caller caller, Channel channel, String taskKey) {
    DeliveryTask task = tasks.require(caller, channel, taskKey);
    Instant now = clock.instant();
    transactions.inTransaction(
        () -> {
          tasks.change(
              task,
              List.of(DeliveryState.SCHEDULED, DeliveryState.SENDING, DeliveryState.PAUSED),
              DeliveryState.CANCELLED,
              DeliveryNotice.NONE,
              now);
          messages.recipients().skipQueued(task.id(), now);
          messages.targets().skipQueued(task.id(), now);
        });
    scheduledDraft(channel, task)
        .ifPresent(draft -> posts.schedule().cancel(caller, channel, key(task)));
    return tasks.get(caller, channel, taskKey);
  }

  /** Stops a delivery until it is resumed; what is being handed over goes out. */
  public DeliveryProgress pause(Caller caller, Channel channel, String taskKey) {
    DeliveryTask task = tasks.require(caller, channel, taskKey);
    tasks.change(
        task,
        List.of(DeliveryState.SENDING),
        DeliveryState.PAUSED,
        DeliveryNotice.BY_WRITER,
        clock.instant());
    return tasks.get(caller, channel, taskKey);
  }

  /** Lets a paused delivery go on, exactly where it was; its post is published if it is not. */
  public DeliveryProgress resume(Caller caller, Channel channel, String taskKey) {
    DeliveryTask task = tasks.require(caller, channel, taskKey);
    // It is not paused again for what the writer has seen.
    DeliveryNotice notice =
        task.notice() == DeliveryNotice.BOUNCES ? DeliveryNotice.BOUNCES : DeliveryNotice.NONE;
    posts
        .service()
        .publish(
            caller,
            channel,
            key(task),
            post ->
                tasks.change(
                    task,
                    List.of(DeliveryState.PAUSED),
                    DeliveryState.SENDING,
                    notice,
                    clock.instant()));
    return tasks.get(caller, channel, taskKey);
  }
}
