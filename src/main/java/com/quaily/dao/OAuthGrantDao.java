package com.quaily.dao;

import com.quaily.model.oauth.OAuthCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** What people allowed applications, and the codes that carry it there, handed in as SHA-256. */
public interface OAuthGrantDao {

  /** Keeps a code that is not used yet. */
  void insertCode(@Param("codeHash") byte[] codeHash, @Param("code") OAuthCode code);

  /** A code, used or not, expired or not; locks its row. */
  Optional<OAuthCode> selectCodeForUpdate(byte[] codeHash);

  void markCodeUsed(@Param("codeHash") byte[] codeHash, @Param("grantId") long grantId);

  int deleteExpiredCodes(Instant now);

  /** Answers the id. */
  long insert(
      @Param("appId") long appId,
      @Param("userId") long userId,
      @Param("scopes") List<String> scopes,
      @Param("now") Instant now);

  /** Ends a grant with everything that follows from it. */
  int delete(long id);

  /** Ends all that this person allowed this application. */
  int deleteAll(@Param("appId") long appId, @Param("userId") long userId);
}
