package com.quaily.dao;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Codes by which people bring others here. */
public interface ReferralDao {

  Optional<String> selectCode(long userId);

  Optional<Long> selectUser(String code);

  /** How many were added: 0 when the user has a code already. */
  int insertIfAbsent(
      @Param("userId") long userId, @Param("code") String code, @Param("now") Instant now);
}
