package com.quaily.dao;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Referral codes. */
public interface ReferralDao {

  Optional<String> selectCode(long userId);

  Optional<Long> selectUser(String code);

  /** Number of added rows: 0 if the user already has a code. */
  int insertIfAbsent(
      @Param("userId") long userId, @Param("code") String code, @Param("now") Instant now);
}
