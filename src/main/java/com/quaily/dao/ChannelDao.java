package com.quaily.dao;

import com.quaily.model.channel.Channel;
import com.quaily.model.post.TagCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Channels, their writers and their former slugs. */
public interface ChannelDao {

  Channel insert(Channel channel);

  Optional<Channel> selectById(long id);

  Optional<Channel> selectBySlug(String slug);

  /** By custom domain, enabled or not. */
  Optional<Channel> selectByDomain(String domain);

  /** The channels that this user owns or writes for, oldest first. */
  List<Channel> selectByWriter(long userId);

  /** The next channels after this id, in the order of their ids. */
  List<Channel> selectAfter(@Param("id") long id, @Param("limit") int limit);

  /** Every channel, in the order of their ids. */
  default List<Channel> selectAll() {
    return selectAfter(0, Integer.MAX_VALUE);
  }

  /** Channels with an enabled custom domain. */
  List<Channel> selectWithDomain();

  void update(Channel channel);

  void updateSlug(@Param("id") long id, @Param("slug") String slug, @Param("now") Instant now);

  /** Merges the keys into the options. */
  void mergeOptions(
      @Param("id") long id,
      @Param("options") Map<String, Object> options,
      @Param("now") Instant now);

  /** Reserves a former slug for the channel; does nothing if it is already reserved. */
  void insertRedirect(@Param("oldSlug") String oldSlug, @Param("channelId") long channelId);

  void deleteRedirect(String oldSlug);

  /** The channel that formerly had this slug. */
  Optional<Long> selectRedirect(String oldSlug);

  /** The channel's former slugs. */
  List<String> selectOldSlugs(long channelId);

  /**
   * Until the transaction ends, no other transaction can change which posts of the channel are
   * published.
   */
  int lockPublishing(long channelId);

  /** Tags of published posts, most used first. */
  List<TagCount> selectTags(@Param("channelId") long channelId, @Param("limit") int limit);
}
