package com.quaily.dao;

import com.quaily.model.ChannelExport;
import com.quaily.model.ExportedSubscriber;
import com.quaily.model.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Exports of channels, and reading a channel from end to end. */
public interface ChannelExportDao {

  /** Begins an export; its id is ignored. */
  ChannelExport insert(ChannelExport export);

  /** The export is whole and can be fetched with the token. */
  void finish(@Param("id") long id, @Param("tokenHash") byte[] tokenHash, @Param("size") long size);

  Optional<ChannelExport> selectByToken(
      @Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  List<ChannelExport> selectExpired(Instant now);

  void delete(long id);

  /** The next posts of a channel after this slug, drafts too, in the order of their slugs. */
  List<Post> selectPostsAfter(
      @Param("channelId") long channelId, @Param("slug") String slug, @Param("limit") int limit);

  /** The next subscribers after this user, in the order of their ids. */
  List<ExportedSubscriber> selectSubscribersAfter(
      @Param("channelId") long channelId, @Param("userId") long userId, @Param("limit") int limit);
}
