package com.quaily.dao;

import com.quaily.model.composer.TranslatedBlock;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Translated blocks of posts. */
public interface TranslatedBlockDao {

  Optional<TranslatedBlock> select(
      @Param("channelId") long channelId,
      @Param("language") String language,
      @Param("sourceHash") byte[] sourceHash);

  /** Adds a block, or replaces its translation. */
  void upsert(TranslatedBlock block);
}
