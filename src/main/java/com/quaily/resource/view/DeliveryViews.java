package com.quaily.resource.view;

import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryProgress;
import com.quaily.model.delivery.DeliveryTarget;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.Fault;
import com.quaily.model.delivery.MessageState;
import com.quaily.model.post.Post;
import com.quaily.resource.view.DeliveryTaskView.ResultView;
import com.quaily.service.delivery.DeliveryTasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds delivery views. */
public final class DeliveryViews {

  private final DeliveryTasks tasks;
  private final UserViews userViews;
  private final ChannelViews channelViews;

  public DeliveryViews(DeliveryTasks tasks, UserViews userViews, ChannelViews channelViews) {
    this.tasks = tasks;
    this.userViews = userViews;
    this.channelViews = channelViews;
  }

  /** A delivery with its channel. */
  public DeliveryTaskView whole(Channel channel, DeliveryProgress delivery) {
    ChannelView list = channelViews.brief(channel);
    return view(delivery, list, tasks.posts(List.of(delivery)));
  }

  /** Deliveries of one channel, without it. */
  public List<DeliveryTaskView> inList(List<DeliveryProgress> deliveries) {
    Map<Long, Post> posts = tasks.posts(deliveries);
    return deliveries.stream().map(delivery -> view(delivery, null, posts)).toList();
  }

  private DeliveryTaskView view(
      DeliveryProgress delivery, ChannelView list, Map<Long, Post> posts) {
    DeliveryTask task = delivery.task();
    return new DeliveryTaskView(
        task.id(),
        task.uuid().toString(),
        task.userId(),
        task.channelId(),
        task.postId(),
        task.state().wireName(),
        task.notice().wireName(),
        task.detail(),
        task.targets(),
        results(delivery),
        faults(delivery),
        task.scheduledAt(),
        task.startedAt(),
        task.finishedAt(),
        null,
        task.createdAt(),
        task.updatedAt(),
        userViews.open(task.userId()),
        list,
        card(posts.get(task.postId())));
  }

  private static Map<String, ResultView> results(DeliveryProgress delivery) {
    Map<String, ResultView> results = new LinkedHashMap<>();
    if (delivery.task().sendsMail()) {
      results.put(
          DeliveryTask.EMAIL,
          new ResultView(
              delivery.mails(MessageState.SENT),
              delivery.mails(MessageState.FAILED),
              delivery.mailTotal(),
              delivery.mails(MessageState.UNCERTAIN),
              delivery.mails(MessageState.SKIPPED),
              delivery.mails(MessageState.QUEUED) + delivery.mails(MessageState.SUBMITTING),
              "",
              ""));
    }
    delivery.messages().forEach(message -> results.put(message.service(), result(message)));
    return results;
  }

  private static ResultView result(DeliveryTarget message) {
    MessageState state = message.state();
    boolean open = state == MessageState.QUEUED || state == MessageState.SUBMITTING;
    return new ResultView(
        state == MessageState.SENT ? 1 : 0,
        state == MessageState.FAILED ? 1 : 0,
        1,
        state == MessageState.UNCERTAIN ? 1 : 0,
        state == MessageState.SKIPPED ? 1 : 0,
        open ? 1 : 0,
        message.reply(),
        message.address());
  }

  private static Map<String, Long> faults(DeliveryProgress delivery) {
    Map<String, Long> faults = new TreeMap<>();
    delivery.mails().stream()
        .filter(count -> count.fault() != Fault.NONE)
        .forEach(count -> faults.merge(count.fault().wireName(), count.messages(), Long::sum));
    return faults;
  }

  private static PostCardView card(Post post) {
    return post == null
        ? null
        : new PostCardView(
            post.id(),
            post.channelId(),
            post.slug(),
            post.title(),
            post.summary(),
            post.coverImageUrl(),
            post.publishedAt(),
            post.hasPaidContent());
  }
}
