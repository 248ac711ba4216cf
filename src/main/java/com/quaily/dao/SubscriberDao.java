package com.quaily.dao;

import com.quaily.model.subscription.Consent;
import com.quaily.model.subscription.KnownAddress;
import com.quaily.model.subscription.Plans;
import com.quaily.model.subscription.Subscription;
import com.quaily.model.subscription.SuppressionReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** A channel's subscribers, and addresses that others must not subscribe. */
public interface SubscriberDao {

  /**
   * Newest first.
   *
   * @param emailStart prefix of the address; empty = any
   * @param plans which subscribers, by their plans
   * @param beforeId only subscriptions older than the one with this id
   */
  List<Subscription> select(
      @Param("channelId") long channelId,
      @Param("emailStart") String emailStart,
      @Param("plans") Plans plans,
      @Param("beforeId") long beforeId,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Total number of rows that {@link #select} matches with any {@code beforeId}. */
  long count(
      @Param("channelId") long channelId,
      @Param("emailStart") String emailStart,
      @Param("plans") Plans plans);

  /**
   * A subscription of this lower-case address to a channel of this owner; a confirmed one first.
   */
  Optional<Subscription> selectByEmailAndOwner(
      @Param("email") String email, @Param("ownerId") long ownerId);

  /** Creates users for those addresses that have none and are not suppressed. */
  int insertUsers(
      @Param("channelId") long channelId,
      @Param("emails") List<String> emails,
      @Param("names") List<String> names,
      @Param("language") String language);

  /**
   * Subscribes the users of these addresses under these names, recording the import as evidence,
   * unless they are already subscribed or suppressed; returns the number of new subscriptions.
   */
  int insertMembers(
      @Param("channelId") long channelId,
      @Param("emails") List<String> emails,
      @Param("names") List<String> names,
      @Param("now") Instant now);

  /** Those of the lower-case addresses that are suppressed or subscribe already. */
  List<KnownAddress> selectKnown(
      @Param("channelId") long channelId, @Param("emails") List<String> emails);

  void insertConsent(Consent consent);

  /** Whether the reader ended a subscription with this trace. */
  boolean hasEnded(@Param("channelId") long channelId, @Param("traceId") UUID traceId);

  /** Suppresses an address; an existing reason does not change. */
  void insertSuppression(
      @Param("channelId") long channelId,
      @Param("email") String email,
      @Param("reason") SuppressionReason reason,
      @Param("now") Instant now);

  /**
   * Ends the suppression of an address whose owner asks for emails: for other reasons than
   * unsubscribing on all channels, because the owner proves that the mailbox works.
   */
  int deleteSuppression(@Param("channelId") long channelId, @Param("email") String email);

  /** Why nobody but its owner can add an address to the channel. */
  Optional<SuppressionReason> selectSuppression(
      @Param("channelId") long channelId, @Param("email") String email);

  /** Addresses and domains that cannot subscribe. */
  List<String> selectDenyList(long channelId);
}
