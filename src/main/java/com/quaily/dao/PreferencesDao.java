package com.quaily.dao;

import com.quaily.model.delivery.CadenceCount;
import com.quaily.model.subscription.Preferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** How readers want a channel's emails. */
public interface PreferencesDao {

  /** Those of a subscription. */
  Optional<Preferences> select(long id);

  /** Saves all but whether email is switched on. */
  int update(
      @Param("id") long id,
      @Param("preferences") Preferences preferences,
      @Param("now") Instant now);

  /**
   * Readers who get digests, by cadence, and those who paused; without those whose email is off.
   */
  CadenceCount count(@Param("channelId") long channelId, @Param("now") Instant now);

  /** The tags of published posts, the most used first. */
  List<String> selectTags(@Param("channelId") long channelId, @Param("limit") int limit);
}
