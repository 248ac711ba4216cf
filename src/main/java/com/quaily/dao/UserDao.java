package com.quaily.dao;

import com.quaily.model.account.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Users. */
public interface UserDao {

  Optional<User> selectById(long id);

  /** The users with these ids, in no order; omits unknown ids. */
  List<User> selectByIds(@Param("ids") List<Long> ids);

  /** The address must be in lower case. */
  Optional<User> selectByEmail(String email);

  /** Whether the user writes, comments, replies or reacts anywhere. */
  boolean isShown(long id);

  /** Creates a user with this address unless one exists; returns the user in both cases. */
  User insertIfAbsent(
      @Param("email") String email,
      @Param("name") String name,
      @Param("options") Map<String, Object> options);

  void update(User user);

  /** Merges the keys into the options; a null value is stored as null. */
  void mergeOptions(@Param("id") long id, @Param("options") Map<String, Object> options);

  void updateEmail(@Param("id") long id, @Param("email") String email);
}
