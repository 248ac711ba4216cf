package com.quaily.dao;

import com.quaily.model.export.ChannelExport;
import com.quaily.model.export.ExportedComment;
import com.quaily.model.export.ExportedConsent;
import com.quaily.model.export.ExportedSubscriber;
import com.quaily.model.export.ExportedSuppression;
import com.quaily.model.post.Post;
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

  /**
   * Acts of those who subscribe, by user and then in their order, after one of a user.
   *
   * @param id of the act; 0 with userId 0 = from the beginning
   */
  List<ExportedConsent> selectConsentsAfter(
      @Param("channelId") long channelId,
      @Param("userId") long userId,
      @Param("id") long id,
      @Param("limit") int limit);

  /** Addresses that nobody else may subscribe, in their order. */
  List<ExportedSuppression> selectSuppressionsAfter(
      @Param("channelId") long channelId, @Param("email") String email, @Param("limit") int limit);

  /** Comments of every status, the oldest first. */
  List<ExportedComment> selectCommentsAfter(
      @Param("channelId") long channelId, @Param("id") long id, @Param("limit") int limit);
}
