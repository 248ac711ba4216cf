package com.quaily.dao;

import com.quaily.model.Subscription;
import com.quaily.model.SubscriptionRequest;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Who receives a channel, and who asked to. */
public interface SubscriptionDao {

  void insertRequest(
      @Param("tokenHash") byte[] tokenHash, @Param("request") SubscriptionRequest request);

  /** A request that has not expired. */
  Optional<SubscriptionRequest> selectRequest(
      @Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  int deleteRequest(byte[] tokenHash);

  int deleteExpiredRequests(Instant now);

  /** Subscribes the user unless they are; answers how many rows were written. */
  int insertIfAbsent(
      @Param("userId") long userId, @Param("channelId") long channelId, @Param("now") Instant now);

  Optional<Subscription> select(@Param("userId") long userId, @Param("channelId") long channelId);

  long count(long channelId);
}
