package com.quaily.dao;

import com.quaily.model.account.EmailChange;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Changes of login addresses. */
public interface EmailChangeDao {

  EmailChange insert(
      @Param("userId") long userId, @Param("oldEmail") String oldEmail, @Param("now") Instant now);

  Optional<EmailChange> selectById(long id);

  /** Deletes this change of a user and those that followed it. */
  int deleteFrom(@Param("userId") long userId, @Param("id") long id);

  /** Moves subscriptions between users, except those that the other user has already. */
  int moveSubscriptions(@Param("from") long from, @Param("to") long to);

  int deleteBefore(Instant time);
}
