package com.quaily.dao;

import com.quaily.model.account.EphemeralToken;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Tokens that transfer a login to another origin, stored as SHA-256 hashes. */
public interface EphemeralTokenDao {

  void insert(
      @Param("tokenHash") byte[] tokenHash,
      @Param("token") EphemeralToken token,
      @Param("expiresAt") Instant expiresAt);

  /** Deletes a token and returns it unless it has expired. */
  Optional<EphemeralToken> take(@Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  int deleteExpired(Instant now);
}
