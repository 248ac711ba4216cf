package com.quaily.service.post;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.channel.ChannelAccess;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A channel's pinned posts. */
public final class PinnedPosts {

  private final Transactions transactions;
  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final ChannelAccess access;
  private final PageChangeLog pageJobs;

  public PinnedPosts(
      Transactions transactions,
      ChannelDao channelDao,
      PostDao postDao,
      ChannelAccess access,
      PageChangeLog pageJobs) {
    this.transactions = transactions;
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.access = access;
    this.pageJobs = pageJobs;
  }

  /** The published pinned posts in order. */
  public List<Post> list(String channelKey) {
    return postDao.selectPinnedPosts(access.find(channelKey).id());
  }

  /** Replaces the pinned posts, in this order. */
  public List<Post> replace(Caller caller, String channelKey, List<Long> ids) {
    Channel channel = access.requireWriter(caller, channelKey);
    List<Long> distinct = ids.stream().distinct().toList();
    if (distinct.size() > Limits.PINNED) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "ids", "at most " + Limits.PINNED + " posts can be pinned");
    }
    return transactions.inTransaction(
        () -> {
          // Takes the channel's write lock, like every change of several posts.
          channelDao.lockPublishing(channel.id());
          distinct.forEach(id -> requirePostOf(channel, id));
          postDao.clearPinned(channel.id());
          IntStream.range(0, distinct.size())
              .forEach(i -> postDao.updatePinned(channel.id(), distinct.get(i), i + 1));
          pageJobs.indexChanged(channel.id());
          return postDao.selectPinnedPosts(channel.id());
        });
  }

  private void requirePostOf(Channel channel, Long id) {
    if (Optional.ofNullable(id)
        .flatMap(postDao::selectById)
        .filter(post -> post.channelId() == channel.id())
        .isEmpty()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "ids", "post " + id + " does not belong to this channel");
    }
  }
}
