package com.quaily.dao;

import com.quaily.model.channel.DomainState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Verification of custom domains. */
public interface DomainDao {

  /** Domains that are due for a check, most overdue first. */
  List<DomainState> selectDue(@Param("now") Instant now, @Param("limit") int limit);

  /** The domain of a channel. */
  Optional<DomainState> select(long channelId);

  /** The domain of a channel; locks its row until the transaction ends. */
  Optional<DomainState> selectForUpdate(long channelId);

  /** Saves the result of a check. */
  void update(DomainState state);

  /** Postpones a check. */
  void postpone(@Param("channelId") long channelId, @Param("nextCheckAt") Instant nextCheckAt);

  void updateDomain(
      @Param("channelId") long channelId,
      @Param("wanted") boolean wanted,
      @Param("domain") String domain,
      @Param("canonicalBase") String canonicalBase,
      @Param("now") Instant now);

  /**
   * Restarts the checks whether the domain leads here.
   *
   * @param nextCheckAt of the first look; null when there is no domain
   */
  void resetDomainCheck(
      @Param("channelId") long channelId,
      @Param("expiredAt") Instant expiredAt,
      @Param("nextCheckAt") Instant nextCheckAt);

  /**
   * Takes a domain from a channel that did not verify it in time, or that has not proved that it
   * owns the domain while another channel has.
   *
   * @param proven whether another channel has proved that it owns the domain
   */
  int releaseDomain(
      @Param("domain") String domain, @Param("proven") boolean proven, @Param("now") Instant now);
}
