package com.quaily.dao;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Links that show a draft; tokens are stored as SHA-256 hashes. */
public interface PreviewTokenDao {

  void insert(
      @Param("tokenHash") byte[] tokenHash,
      @Param("postId") long postId,
      @Param("expiresAt") Instant expiresAt);

  /** The post that a token shows, unless it has expired. */
  Optional<Long> selectPost(@Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  int deleteExpired(Instant now);
}
