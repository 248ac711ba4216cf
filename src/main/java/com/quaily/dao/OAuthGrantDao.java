package com.quaily.dao;

import com.quaily.model.oauth.GrantedApp;
import com.quaily.model.oauth.OAuthCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Consents of users to applications, and authorization codes, stored as SHA-256 hashes. */
public interface OAuthGrantDao {

  /** Stores an unused code. */
  void insertCode(@Param("codeHash") byte[] codeHash, @Param("code") OAuthCode code);

  /** A code, used or not, expired or not; locks its row. */
  Optional<OAuthCode> selectCodeForUpdate(byte[] codeHash);

  void markCodeUsed(@Param("codeHash") byte[] codeHash, @Param("grantId") long grantId);

  int deleteExpiredCodes(Instant now);

  /** Returns the id. */
  long insert(
      @Param("appId") long appId,
      @Param("userId") long userId,
      @Param("scopes") List<String> scopes,
      @Param("now") Instant now);

  /** The applications that a user allowed something, last used first. */
  List<GrantedApp> selectByUser(long userId);

  /** Deletes a grant and everything derived from it. */
  int delete(long id);

  /** Deletes everything that this user granted to this application. */
  int deleteAll(@Param("appId") long appId, @Param("userId") long userId);

  /** Deletes the grants that this user gave at this time or later, with their tokens. */
  int deleteSince(@Param("userId") long userId, @Param("since") Instant since);
}
