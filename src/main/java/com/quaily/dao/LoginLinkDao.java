package com.quaily.dao;

import com.quaily.model.account.User;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Links that log a person in. Tokens are passed as SHA-256. */
public interface LoginLinkDao {

  void insert(
      @Param("tokenHash") byte[] tokenHash,
      @Param("userId") long userId,
      @Param("expiresAt") Instant expiresAt);

  /** Deletes an unexpired link and returns the id of its {@link User}; empty when there is none. */
  Optional<Long> take(@Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  int deleteExpired(Instant now);
}
