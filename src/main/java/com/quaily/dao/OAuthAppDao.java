package com.quaily.dao;

import com.quaily.model.oauth.OAuthApp;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** OAuth applications; client secrets are stored as SHA-256 hashes. */
public interface OAuthAppDao {

  /**
   * Registers an application.
   *
   * @param secretHash null for a public client
   */
  OAuthApp insert(
      @Param("userId") long userId,
      @Param("name") String name,
      @Param("displayName") String displayName,
      @Param("redirectUri") String redirectUri,
      @Param("trusted") boolean trusted,
      @Param("secretHash") byte[] secretHash);

  Optional<OAuthApp> selectByAppId(UUID appId);

  /** The application that holds a grant. */
  Optional<OAuthApp> selectByGrant(long grantId);

  boolean hasSecret(@Param("id") long id, @Param("secretHash") byte[] secretHash);
}
