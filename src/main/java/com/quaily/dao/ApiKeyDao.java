package com.quaily.dao;

import com.quaily.model.account.ApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Keys for programs; the keys themselves are handed in as SHA-256. */
public interface ApiKeyDao {

  ApiKey insert(
      @Param("userId") long userId,
      @Param("name") String name,
      @Param("keyHash") byte[] keyHash,
      @Param("masked") String masked,
      @Param("now") Instant now);

  Optional<ApiKey> selectByHash(byte[] keyHash);

  /** Newest first. */
  List<ApiKey> selectByUser(long userId);

  /** Ends a key of this user; answers how many there were. */
  int delete(@Param("id") long id, @Param("userId") long userId);
}
