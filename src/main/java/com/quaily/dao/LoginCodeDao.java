package com.quaily.dao;

import com.quaily.model.account.LoginCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Mailed codes. */
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

  /** When an address asked for its so many newest codes since then, newest first. */
  List<Instant> selectTimes(
      @Param("email") String email, @Param("since") Instant since, @Param("limit") int limit);

  void addAttempt(long id);

  void markUsed(@Param("id") long id, @Param("now") Instant now);

  int deleteExpired(Instant now);
}
