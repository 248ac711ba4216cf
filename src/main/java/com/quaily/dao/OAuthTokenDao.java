package com.quaily.dao;

import com.quaily.model.oauth.OAuthAccess;
import com.quaily.model.oauth.OAuthToken;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Access and refresh tokens; handed in as SHA-256. */
public interface OAuthTokenDao {

  void insert(
      @Param("grantId") long grantId,
      @Param("accessHash") byte[] accessHash,
      @Param("accessExpiresAt") Instant accessExpiresAt,
      @Param("refreshHash") byte[] refreshHash,
      @Param("refreshExpiresAt") Instant refreshExpiresAt);

  /** What an access token opens, while its person and its application may do anything at all. */
  Optional<OAuthAccess> selectAccess(
      @Param("accessHash") byte[] accessHash, @Param("now") Instant now);

  /** A refresh token, used or not, expired or not; locks its row. */
  Optional<OAuthToken> selectByRefreshForUpdate(byte[] refreshHash);

  void markUsed(@Param("id") long id, @Param("now") Instant now);

  /** Deletes the grants whose last refresh token has expired, with everything that follows. */
  int deleteExpiredGrants(Instant now);

  /** Deletes pairs that can neither open nor betray anything any more. */
  int deleteExpired(Instant now);
}
