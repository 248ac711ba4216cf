package com.quaily.service.delivery;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTargetDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.model.Caller;
import com.quaily.model.Slice;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryProgress;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.PathIds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads deliveries for the channel's writers, and changes their states. */
public final class DeliveryTasks {

  private final DeliveryTaskDao taskDao;
  private final DeliveryRecipientDao recipientDao;
  private final DeliveryTargetDao targetDao;
  private final PostDao postDao;

  public DeliveryTasks(
      DeliveryTaskDao taskDao,
      DeliveryRecipientDao recipientDao,
      DeliveryTargetDao targetDao,
      PostDao postDao) {
    this.taskDao = taskDao;
    this.recipientDao = recipientDao;
    this.targetDao = targetDao;
    this.postDao = postDao;
  }

  /** The channel's deliveries, newest first. */
  public Slice<DeliveryProgress> list(Caller caller, Channel channel, int offset, int limit) {
    ChannelAccess.requireWriter(caller, channel);
    List<DeliveryProgress> tasks =
        taskDao.selectByChannel(channel.id(), offset, limit).stream().map(this::progress).toList();
    return new Slice<>(tasks, taskDao.countByChannel(channel.id()), offset, limit);
  }

  /** A delivery and how far it is. */
  public DeliveryProgress get(Caller caller, Channel channel, String taskKey) {
    return progress(require(caller, channel, taskKey));
  }

  /** The posts of these deliveries by their ids; deleted ones are missing. */
  public Map<Long, Post> posts(List<DeliveryProgress> deliveries) {
    List<Long> ids = deliveries.stream().map(each -> each.task().postId()).distinct().toList();
    return postDao.selectByIds(ids).stream()
        .collect(Collectors.toMap(Post::id, Function.identity()));
  }

  DeliveryProgress progress(DeliveryTask task) {
    return new DeliveryProgress(task, recipientDao.count(task.id()), targetDao.select(task.id()));
  }

  /**
   * The channel's delivery with this id.
   *
   * @throws NotFoundException when there is none
   */
  public DeliveryTask require(Caller caller, Channel channel, String taskKey) {
    ChannelAccess.requireWriter(caller, channel);
    return PathIds.parse(taskKey)
        .flatMap(taskDao::selectById)
        .filter(task -> task.channelId() == channel.id())
        .orElseThrow(() -> new NotFoundException(ErrorCode.DELIVERY_NOT_FOUND));
  }

  /**
   * Changes the state of a delivery that has one of these.
   *
   * @throws ConflictException when it has another
   */
  void change(
      DeliveryTask task,
      List<DeliveryState> from,
      DeliveryState to,
      DeliveryNotice notice,
      Instant now) {
    List<String> names = from.stream().map(DeliveryState::name).toList();
    if (taskDao.updateState(task.id(), names, to, notice, now) == 0) {
      throw wrongState(taskDao.selectById(task.id()).orElse(task));
    }
  }

  static ConflictException wrongState(DeliveryTask task) {
    return new ConflictException(
        ErrorCode.DELIVERY_STATE, "The delivery is " + task.state().wireName() + ".");
  }
}
