package com.quaily.dao;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;

/** Proof-of-work challenges that were already used, as SHA-256 hashes. */
public interface PuzzleDao {

  /** Marks a challenge as used; returns 0 if it was already used. */
  int spend(@Param("puzzleHash") byte[] puzzleHash, @Param("expiresAt") Instant expiresAt);

  int deleteExpired(Instant now);
}
