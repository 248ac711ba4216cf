package com.quaily.dao;

import com.quaily.model.oauth.OAuthAccess;
import com.quaily.model.oauth.OAuthToken;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Access and refresh tokens, stored as SHA-256 hashes. */
public interface OAuthTokenDao {

  void insert(
      @Param("grantId") long grantId,
      @Param("accessHash") byte[] accessHash,
      @Param("accessExpiresAt") Instant accessExpiresAt,
      @Param("refreshHash") byte[] refreshHash,
      @Param("refreshExpiresAt") Instant refreshExpiresAt);

  /** What an access token permits; empty if its user or application is disabled. */
  Optional<OAuthAccess> selectAccess(
      @Param("accessHash") byte[] accessHash, @Param("now") Instant now);

  /** Notes that a grant is in use. */
  void touchGrant(@Param("grantId") long grantId, @Param("now") Instant now);

  /** A refresh token, used or not, expired or not; locks its row. */
  Optional<OAuthToken> selectByRefreshForUpdate(byte[] refreshHash);

  void markUsed(@Param("id") long id, @Param("now") Instant now);

  /** Deletes the grants whose last refresh token has expired, and everything derived from them. */
  int deleteExpiredGrants(Instant now);

  /** Deletes token pairs that have expired and are no longer needed to detect reuse. */
  int deleteExpired(Instant now);
}
