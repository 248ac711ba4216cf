package com.quaily.dao;

import com.quaily.model.post.Pack;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Packs. */
public interface PackDao {

  /** Creates a pack; returns it with its new id and UUID. */
  Pack insert(Pack pack);

  Optional<Pack> selectById(long id);

  Optional<Pack> selectByUuid(UUID uuid);

  /** The packs of a channel, newest first. */
  List<Pack> selectByChannel(@Param("channelId") long channelId, @Param("limit") int limit);

  /** Those of the given posts that belong to the channel. */
  List<Long> selectPostIds(@Param("channelId") long channelId, @Param("ids") List<Long> ids);

  void update(Pack pack);

  void delete(long id);
}
