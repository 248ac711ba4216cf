package com.quaily.dao;

import com.quaily.model.ai.AiKey;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Keys of other services for AI tasks, stored as SHA-256 hashes. */
public interface AiKeyDao {

  /** Adds a key, ignoring its id, and returns it as stored. */
  AiKey insert(@Param("key") AiKey key, @Param("keyHash") byte[] keyHash);

  Optional<AiKey> selectByHash(byte[] keyHash);

  Optional<AiKey> select(long id);

  List<AiKey> selectAll();

  /** Deletes a key; returns the number of deleted rows. */
  int delete(long id);
}
