package com.quaily.dao;

import com.quaily.model.delivery.Fault;
import com.quaily.model.subscription.SuppressedAddress;
import com.quaily.model.subscription.SuppressionReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Addresses that get no posts by email, and what made them so. */
public interface SuppressionDao {

  /**
   * A channel's suppressed addresses in alphabetical order.
   *
   * @param emailStart prefix of the address; empty = any
   * @param reason null = any
   */
  List<SuppressedAddress> select(
      @Param("channelId") long channelId,
      @Param("emailStart") String emailStart,
      @Param("reason") SuppressionReason reason,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** How many {@link #select} finds in all. */
  long count(
      @Param("channelId") long channelId,
      @Param("emailStart") String emailStart,
      @Param("reason") SuppressionReason reason);

  Optional<SuppressedAddress> selectOne(
      @Param("channelId") long channelId, @Param("email") String email);

  /** Ends what bounces of the address caused, on all channels; returns the number of rows. */
  int deleteBounced(String email);

  void insertRemoval(
      @Param("channelId") long channelId,
      @Param("email") String email,
      @Param("userId") long userId,
      @Param("reason") String reason,
      @Param("now") Instant now);

  /**
   * Records a bounce of an email that counted as sent; returns whether there was one.
   *
   * @param mailing whether it belongs to a mailing, not to a delivery
   */
  int markBounced(
      @Param("mailing") boolean mailing,
      @Param("taskId") long taskId,
      @Param("userId") long userId,
      @Param("fault") Fault fault,
      @Param("reply") String reply,
      @Param("now") Instant now);

  /** Records that the reader of an email that was sent called it spam. */
  int markComplained(
      @Param("mailing") boolean mailing,
      @Param("taskId") long taskId,
      @Param("userId") long userId,
      @Param("now") Instant now);

  /**
   * Whether each of the reader's last emails bounced, the first of them before a time.
   *
   * @param limit how many emails
   */
  boolean isLastingSoft(
      @Param("userId") long userId, @Param("limit") int limit, @Param("before") Instant before);

  /**
   * Suppresses the address of an email's reader on the channel of the email and on all others that
   * the reader subscribes to; returns the number of channels.
   */
  int insertForReader(
      @Param("mailing") boolean mailing,
      @Param("taskId") long taskId,
      @Param("userId") long userId,
      @Param("reason") SuppressionReason reason,
      @Param("detail") String detail,
      @Param("now") Instant now);
}
