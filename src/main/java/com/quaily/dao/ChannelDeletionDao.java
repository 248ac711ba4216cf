package com.quaily.dao;

import com.quaily.model.channel.ChannelDeletion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Deletions of channels, and what remains of those that were deleted. */
public interface ChannelDeletionDao {

  /** Notes the wish; one that was there before is replaced. */
  void upsert(
      @Param("channelId") long channelId,
      @Param("tokenHash") byte[] tokenHash,
      @Param("requestedAt") Instant requestedAt,
      @Param("tokenExpiresAt") Instant tokenExpiresAt);

  Optional<ChannelDeletion> select(long channelId);

  /** By the token of its mail, as long as that is valid. */
  Optional<ChannelDeletion> selectByToken(
      @Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  void updateDue(@Param("channelId") long channelId, @Param("dueAt") Instant dueAt);

  /** Takes a deletion back; answers how many there were. */
  int delete(long channelId);

  /** Keeps the channel's slugs, past and present, from ever being given away. */
  void reserveSlugs(@Param("channelId") long channelId, @Param("now") Instant now);

  boolean isReserved(String slug);

  /** Deletes the channel and everything that is only with it. */
  void deleteChannel(long channelId);

  /** Forgets what pages of the channel had to follow. */
  void deleteChanges(long channelId);

  /** Keys of pages that the manifest has of the channel. */
  List<String> selectPageKeys(@Param("channelId") long channelId, @Param("limit") int limit);
}
