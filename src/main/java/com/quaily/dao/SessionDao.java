package com.quaily.dao;

import com.quaily.model.account.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Logins; tokens are handed in as SHA-256. */
public interface SessionDao {

  /**
   * Stores a session and returns its id.
   *
   * @param apiKeyId the key that handed it on; null when none did
   * @param grantId the grant of the application that handed it on; null when none did
   */
  long insert(
      @Param("userId") long userId,
      @Param("apiKeyId") Long apiKeyId,
      @Param("grantId") Long grantId,
      @Param("tokenHash") byte[] tokenHash,
      @Param("userAgent") String userAgent,
      @Param("now") Instant now,
      @Param("expiresAt") Instant expiresAt);

  /** The session of a token that has not expired. */
  Optional<Session> selectByToken(@Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  /** The session of an id that has not expired. */
  Optional<Session> selectById(@Param("id") long id, @Param("now") Instant now);

  /** The sessions that have not expired, last used first. */
  List<Session> selectByUser(@Param("userId") long userId, @Param("now") Instant now);

  void touch(
      @Param("id") long id, @Param("now") Instant now, @Param("expiresAt") Instant expiresAt);

  /** Ends a session of this user; answers how many there were. */
  int delete(@Param("id") long id, @Param("userId") long userId);

  int deleteExpired(Instant now);
}
