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

  void updateDomain(
      @Param("channelId") long channelId,
      @Param("wanted") boolean wanted,
      @Param("domain") String domain,
      @Param("canonicalBase") String canonicalBase,
      @Param("now") Instant now);

  /**
   * Begins anew to look whether the domain leads here.
   *
   * @param nextCheckAt of the first look; null when there is no domain
   */
  void resetDomainCheck(
      @Param("channelId") long channelId,
      @Param("expiredAt") Instant expiredAt,
      @Param("nextCheckAt") Instant nextCheckAt);

  /** Takes a domain from the channel that never showed that it leads here in time. */
  int releaseExpiredDomain(@Param("domain") String domain, @Param("now") Instant now);

  Optional<ChannelPush> selectPush(long channelId);

  /** Merges settings and secrets into those that are there. */
  ChannelPush upsertPush(
      @Param("channelId") long channelId,
      @Param("settings") Map<String, Object> settings,
      @Param("secrets") Map<String, Object> secrets,
      @Param("now") Instant now);
}
