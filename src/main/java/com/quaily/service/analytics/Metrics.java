package com.quaily.service.analytics;

import com.quaily.dao.Database;
import com.quaily.dao.MetricDao;
import com.quaily.dao.ReactionDao;
import com.quaily.model.analytics.ChannelMetric;
import com.quaily.model.analytics.PostMetric;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.model.post.Reaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Numbers that stand beside posts and channels; for many at once in one question each. */
public final class Metrics {

  private final MetricDao metricDao;
  private final ReactionDao reactionDao;

  public Metrics(Database database) {
    this.metricDao = database.dao(MetricDao.class);
    this.reactionDao = database.dao(ReactionDao.class);
  }

  /** By the post's id; a post that nobody has read yet may be missing. */
  public Map<Long, PostMetric> ofPosts(List<Post> posts) {
    return posts.isEmpty()
        ? Map.of()
        : metricDao.selectPosts(posts.stream().map(Post::id).toList()).stream()
            .collect(Collectors.toMap(PostMetric::postId, Function.identity()));
  }

  /** The signs that these count, by the post's id; posts without any are missing. */
  public Map<Long, List<Reaction>> reactions(Collection<PostMetric> metrics) {
    List<Long> ids =
        metrics.stream().filter(metric -> metric.reactions() > 0).map(PostMetric::postId).toList();
    return ids.isEmpty()
        ? Map.of()
        : reactionDao.selectByPosts(ids).stream().collect(Collectors.groupingBy(Reaction::postId));
  }

  /**
   * The numbers of a channel.
   *
   * @throws NotFoundException when it is gone since it was read
   */
  public ChannelMetric ofChannel(Channel channel) {
    return metricDao
        .selectChannel(channel.id())
        .orElseThrow(() -> new NotFoundException(ErrorCode.CHANNEL_NOT_FOUND));
  }
}
