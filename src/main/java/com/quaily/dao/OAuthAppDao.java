package com.quaily.dao;

import com.quaily.model.oauth.NewOAuthApp;
import com.quaily.model.oauth.OAuthApp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** OAuth applications; client secrets are stored as SHA-256 hashes. */
public interface OAuthAppDao {

  /**
   * Registers an application.
   *
   * @param app its id and times are ignored
   * @param secretHash null for a public client
   */
  OAuthApp insert(@Param("app") NewOAuthApp app, @Param("secretHash") byte[] secretHash);

  /** The applications that a user registered, newest first. */
  List<OAuthApp> selectByUser(long userId);

  /** Deletes an application of this user with all that was granted to it; the number deleted. */
  int delete(@Param("appId") UUID appId, @Param("userId") long userId);

  Optional<OAuthApp> selectByAppId(UUID appId);

  /** The application that holds a grant. */
  Optional<OAuthApp> selectByGrant(long grantId);

  boolean hasSecret(@Param("id") long id, @Param("secretHash") byte[] secretHash);
}
