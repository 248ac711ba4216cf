package com.quaily.dao;

import com.quaily.model.account.LoginCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Login codes sent by email. */
public interface LoginCodeDao {

  void insert(
      @Param("email") String email,
      @Param("scene") String scene,
      @Param("codeHash") byte[] codeHash,
      @Param("now") Instant now,
      @Param("expiresAt") Instant expiresAt);

  /** The newest code of an address that is unused and has not expired; locks its row. */
  Optional<LoginCode> selectNewestForUpdate(
      @Param("email") String email, @Param("scene") String scene, @Param("now") Instant now);

  /** The times at which the address's newest codes since then were requested, newest first. */
  List<Instant> selectTimes(
      @Param("email") String email, @Param("since") Instant since, @Param("limit") int limit);

  void addAttempt(long id);

  /**
   * Marks all unused codes of an address as used. When the newest is used, older ones become
   * invalid.
   */
  void markAllUsed(
      @Param("email") String email, @Param("scene") String scene, @Param("now") Instant now);

  int deleteExpired(Instant now);
}
