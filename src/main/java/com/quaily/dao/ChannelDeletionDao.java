package com.quaily.dao;

import com.quaily.model.channel.ChannelDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Pending deletions of channels, and what is kept of deleted channels. */
public interface ChannelDeletionDao {

  /** Records a deletion request; replaces an earlier one. */
  void upsert(
      @Param("channelId") long channelId,
      @Param("tokenHash") byte[] tokenHash,
      @Param("requestedAt") Instant requestedAt,
      @Param("tokenExpiresAt") Instant tokenExpiresAt);

  Optional<ChannelDeletion> select(long channelId);

  /** By the token in the email, while the token is valid. */
  Optional<ChannelDeletion> selectByToken(
      @Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  void updateDue(@Param("channelId") long channelId, @Param("dueAt") Instant dueAt);

  /** Cancels a deletion; returns the number of deleted rows. */
  int delete(long channelId);

  /** Reserves the channel's current and former slugs permanently. */
  void reserveSlugs(@Param("channelId") long channelId, @Param("now") Instant now);

  boolean isReserved(String slug);

  /** Deletes the channel and everything that belongs only to it. */
  void deleteChannel(long channelId);

  /** Deletes the channel's queued page changes. */
  void deleteChanges(long channelId);

  /** Keys of the channel's pages in the manifest. */
  List<String> selectPageKeys(@Param("channelId") long channelId, @Param("limit") int limit);
}
