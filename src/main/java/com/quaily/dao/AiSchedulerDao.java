package com.quaily.dao;

import java.time.Instant;
import java.util.Optional;

/** When an AI scheduler was last seen. */
public interface AiSchedulerDao {

  /** A scheduler runs now. */
  void seen(Instant now);

  /** When any scheduler last said that it runs; empty when none ever did. */
  Optional<Instant> selectSeen();
}
