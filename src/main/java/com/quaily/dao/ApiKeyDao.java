package com.quaily.dao;

import com.quaily.model.account.ApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** API keys, stored as SHA-256 hashes. */
public interface ApiKeyDao {

  ApiKey insert(
      @Param("userId") long userId,
      @Param("name") String name,
      @Param("keyHash") byte[] keyHash,
      @Param("masked") String masked,
      @Param("now") Instant now);

  Optional<ApiKey> selectById(long id);

  Optional<ApiKey> selectByHash(byte[] keyHash);

  /** Newest first. */
  List<ApiKey> selectByUser(long userId);

  /** Deletes the keys that this user created at this time or later. */
  int deleteSince(@Param("userId") long userId, @Param("since") Instant since);

  /** Deletes a key of this user; returns the number of deleted rows. */
  int delete(@Param("id") long id, @Param("userId") long userId);
}
