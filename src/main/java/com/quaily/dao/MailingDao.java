package com.quaily.dao;

import com.quaily.model.delivery.Mailing;
import com.quaily.model.delivery.MailingKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Mailings, and what digests contain. */
public interface MailingDao {

  /** The id of the mailing with this kind and name, which is created if it is new. */
  long ensure(
      @Param("channelId") long channelId,
      @Param("kind") MailingKind kind,
      @Param("name") String name,
      @Param("postId") long postId,
      @Param("note") String note,
      @Param("now") Instant now);

  Optional<Mailing> selectById(long id);

  /** The mailings of a kind about a post, newest first, up to a hundred. */
  List<Mailing> selectByPost(@Param("kind") MailingKind kind, @Param("postId") long postId);

  /** Channels with posts that wait for digests. */
  List<Long> selectDigestChannels();

  /** Whether posts wait for a digest whose time has come, as for {@link #gatherDigest}. */
  boolean isDigestDue(
      @Param("channelId") long channelId,
      @Param("daily") Instant daily,
      @Param("weekly") Instant weekly);

  /**
   * Gives posts that wait to digests: those of daily digests that were set aside until one time,
   * and those of weekly ones until another. Adds an email for each reader who gets any; returns how
   * many. The caller holds the lock of the channel's digests.
   */
  int gatherDigest(
      @Param("mailingId") long mailingId,
      @Param("channelId") long channelId,
      @Param("daily") Instant daily,
      @Param("weekly") Instant weekly,
      @Param("now") Instant now);

  /** The posts of a reader's digest that the reader still wants, in the order of their delivery. */
  List<Long> selectDigestPosts(@Param("mailingId") long mailingId, @Param("userId") long userId);

  /** Pauses a mailing that was never paused; returns how many. */
  int pause(long id);

  /** Lets a paused mailing go on, which is then not paused again; returns how many. */
  int resume(long id);

  /** Paused mailings in the order of their ids. */
  List<Mailing> selectPaused();

  /** Deletes the digests, corrections and mails to owners of before; greetings stay. */
  int deleteBefore(@Param("time") Instant time, @Param("limit") int limit);
}
