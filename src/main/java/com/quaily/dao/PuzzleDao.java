package com.quaily.dao;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;

/** Puzzles that were solved and handed in; as SHA-256. */
public interface PuzzleDao {

  /** Spends a puzzle; answers 0 when it was spent before. */
  int spend(@Param("puzzleHash") byte[] puzzleHash, @Param("expiresAt") Instant expiresAt);

  int deleteExpired(Instant now);
}
