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

  /** The domain of a channel; locks its row until the transaction ends. */
  Optional<DomainState> selectForUpdate(long channelId);

  /** Saves the result of a check. */
  void update(DomainState state);

  /** Postpones a check. */
  void postpone(@Param("channelId") long channelId, @Param("nextCheckAt") Instant nextCheckAt);
}
