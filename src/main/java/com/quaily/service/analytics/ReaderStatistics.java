package com.quaily.service.analytics;

import com.quaily.dao.ReactionDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.model.Limits;
import com.quaily.model.analytics.ChannelStatistics;
import com.quaily.model.analytics.PostStatistics;
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

/** Statistics of posts and channels, with one query for many. */
public final class ReaderStatistics {

  private final StatisticsDao statisticsDao;
  private final ReactionDao reactionDao;

  public ReaderStatistics(StatisticsDao statisticsDao, ReactionDao reactionDao) {
    this.statisticsDao = statisticsDao;
    this.reactionDao = reactionDao;
  }

  /** By post id; posts without readers may be missing. */
  public Map<Long, PostStatistics> ofPosts(List<Post> posts) {
    return posts.isEmpty()
        ? Map.of()
        : statisticsDao.selectPosts(posts.stream().map(Post::id).toList()).stream()
            .collect(Collectors.toMap(PostStatistics::postId, Function.identity()));
  }

  /** The newest reactions behind these counts, by post id; posts without reactions are missing. */
  public Map<Long, List<Reaction>> reactions(Collection<PostStatistics> metrics) {
    List<Long> ids =
        metrics.stream()
            .filter(metric -> metric.reactions() > 0)
            .map(PostStatistics::postId)
            .toList();
    return ids.isEmpty()
        ? Map.of()
        : reactionDao.selectByPosts(ids, Limits.LISTED_REACTIONS).stream()
            .collect(Collectors.groupingBy(Reaction::postId));
  }

  /**
   * A channel's statistics.
   *
   * @throws NotFoundException when it was deleted in the meantime
   */
  public ChannelStatistics ofChannel(Channel channel) {
    return statisticsDao
        .selectChannel(channel.id())
        .orElseThrow(() -> new NotFoundException(ErrorCode.CHANNEL_NOT_FOUND));
  }
}
