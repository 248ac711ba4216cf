package com.quaily.dao;

import com.quaily.model.subscription.Consent;
import com.quaily.model.subscription.Subscription;
import com.quaily.model.subscription.SuppressionReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** A channel's subscribers as its writers see them, and who must not be subscribed by others. */
public interface SubscriberDao {

  /**
   * The newest first.
   *
   * @param emailStart how their address begins; empty = any
   * @param premium only those who have a plan
   */
  List<Subscription> select(
      @Param("channelId") long channelId,
      @Param("emailStart") String emailStart,
      @Param("premium") boolean premium,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** How many {@link #select} could answer altogether. */
  long count(
      @Param("channelId") long channelId,
      @Param("emailStart") String emailStart,
      @Param("premium") boolean premium);

  /** Creates the users of those addresses that have none yet and are not suppressed. */
  int insertUsers(
      @Param("channelId") long channelId,
      @Param("emails") List<String> emails,
      @Param("names") List<String> names,
      @Param("language") String language);

  /**
   * Subscribes the users of these addresses, with evidence of an import, unless they are subscribed
   * already or suppressed; answers how many were.
   */
  int insertMembers(
      @Param("channelId") long channelId,
      @Param("emails") List<String> emails,
      @Param("now") Instant now);

  void insertConsent(Consent consent);

  /** Whether there was a subscription of this trace that its reader ended. */
  boolean hasEnded(@Param("channelId") long channelId, @Param("traceId") UUID traceId);

  /** Suppresses an address; a reason that stands already stays. */
  void insertSuppression(
      @Param("channelId") long channelId,
      @Param("email") String email,
      @Param("reason") SuppressionReason reason,
      @Param("now") Instant now);

  int deleteSuppression(@Param("channelId") long channelId, @Param("email") String email);

  Optional<SuppressionReason> selectSuppression(
      @Param("channelId") long channelId, @Param("email") String email);

  /** Addresses and domains that may not subscribe. */
  List<String> selectDenyList(long channelId);
}
