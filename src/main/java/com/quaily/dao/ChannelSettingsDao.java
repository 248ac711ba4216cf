package com.quaily.dao;

import com.quaily.model.delivery.ChannelPush;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Channel settings. */
public interface ChannelSettingsDao {

  void updateEmail(
      @Param("channelId") long channelId,
      @Param("enabled") boolean enabled,
      @Param("denyList") List<String> denyList,
      @Param("now") Instant now);

  /** Merges the templates; a null value removes a template. */
  void mergeTextTemplates(
      @Param("channelId") long channelId,
      @Param("templates") Map<String, Object> templates,
      @Param("now") Instant now);

  /** Updates the channel's version. */
  void touch(@Param("channelId") long channelId, @Param("now") Instant now);

  Optional<ChannelPush> selectPush(long channelId);

  /** Merges settings and secrets into the existing ones. */
  ChannelPush upsertPush(
      @Param("channelId") long channelId,
      @Param("settings") Map<String, Object> settings,
      @Param("secrets") Map<String, Object> secrets,
      @Param("now") Instant now);
}
