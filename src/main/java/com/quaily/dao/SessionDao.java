package com.quaily.dao;

import com.quaily.model.account.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Login sessions; tokens are stored as SHA-256 hashes. */
public interface SessionDao {

  /**
   * Stores a session.
   *
   * @param apiKeyId the API key that created it; null when none did
   * @param grantId the application grant that created it; null when none did
   */
  long insert(
      @Param("userId") long userId,
      @Param("apiKeyId") Long apiKeyId,
      @Param("grantId") Long grantId,
      @Param("tokenHash") byte[] tokenHash,
      @Param("userAgent") String userAgent,
      @Param("loggedInAt") Instant loggedInAt,
      @Param("now") Instant now,
      @Param("expiresAt") Instant expiresAt);

  /** The unexpired session of a token. */
  Optional<Session> selectByToken(@Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  /** The unexpired session with this id. */
  Optional<Session> selectById(@Param("id") long id, @Param("now") Instant now);

  /** The unexpired sessions, most recently used first. */
  List<Session> selectByUser(@Param("userId") long userId, @Param("now") Instant now);

  void touch(
      @Param("id") long id, @Param("now") Instant now, @Param("expiresAt") Instant expiresAt);

  /** Deletes a session of this user; returns the number of deleted rows. */
  int delete(@Param("id") long id, @Param("userId") long userId);

  int deleteOthers(@Param("userId") long userId, @Param("keptId") long keptId);

  int deleteAll(long userId);

  int deleteExpired(Instant now);
}
