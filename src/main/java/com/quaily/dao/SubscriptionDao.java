package com.quaily.dao;

import com.quaily.model.subscription.Subscription;
import com.quaily.model.subscription.SubscriptionRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Subscriptions and pending subscription requests. */
public interface SubscriptionDao {

  void insertRequest(
      @Param("tokenHash") byte[] tokenHash, @Param("request") SubscriptionRequest request);

  /** When confirmations were requested for an address since then, newest first. */
  List<Instant> selectRequestTimes(
      @Param("email") String email, @Param("since") Instant since, @Param("limit") int limit);

  /** An unexpired request. */
  Optional<SubscriptionRequest> selectRequest(
      @Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  /**
   * Keeps that the link was used.
   *
   * @return 0 when it was used before
   */
  int markRequestConfirmed(@Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  int deleteExpiredRequests(Instant now);

  /** Subscribes the user; empty if already subscribed. */
  Optional<Subscription> insertIfAbsent(
      @Param("userId") long userId, @Param("channelId") long channelId, @Param("now") Instant now);

  Optional<Subscription> select(@Param("userId") long userId, @Param("channelId") long channelId);

  Optional<Subscription> selectById(long id);

  /** Notes that the reader confirmed the subscription. */
  int markConfirmed(@Param("userId") long userId, @Param("channelId") long channelId);

  Optional<Subscription> selectByTrace(UUID traceId);

  /** The user's subscriptions, newest first. */
  List<Subscription> selectByUser(@Param("userId") long userId, @Param("limit") int limit);

  /** The user's subscriptions to channels that the writer owns or writes for, newest first. */
  List<Subscription> selectByUserAndWriter(
      @Param("userId") long userId, @Param("writerId") long writerId);

  /** The deleted subscription; empty if there was none. */
  Optional<Subscription> delete(@Param("userId") long userId, @Param("channelId") long channelId);

  int updateEmailEnabled(
      @Param("userId") long userId,
      @Param("channelId") long channelId,
      @Param("enabled") boolean enabled,
      @Param("now") Instant now);

  /** Saves the plan, whether email is sent, and what is known of the reader. */
  void update(Subscription subscription);
}
