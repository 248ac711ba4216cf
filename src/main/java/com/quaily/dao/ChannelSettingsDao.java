package com.quaily.dao;

import com.quaily.model.delivery.ChannelPush;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** What owners set of their channels. */
public interface ChannelSettingsDao {

  void updateEmail(
      @Param("channelId") long channelId,
      @Param("enabled") boolean enabled,
      @Param("denyList") List<String> denyList,
      @Param("now") Instant now);

  /** Merges the templates; those that are null go. */
  void mergeTextTemplates(
      @Param("channelId") long channelId,
      @Param("templates") Map<String, Object> templates,
      @Param("now") Instant now);

  /** Makes these users, and no others, the channel's cooperators. */
  void deleteCooperators(long channelId);

  void insertCooperators(@Param("channelId") long channelId, @Param("userIds") List<Long> userIds);

  /** Marks that something of the channel changed. */
  void touch(@Param("channelId") long channelId, @Param("now") Instant now);

  Optional<ChannelPush> selectPush(long channelId);

  /** Merges settings and secrets into those that are there. */
  ChannelPush upsertPush(
      @Param("channelId") long channelId,
      @Param("settings") Map<String, Object> settings,
      @Param("secrets") Map<String, Object> secrets,
      @Param("now") Instant now);
}
