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

/** Exports of channels, and reading all data of a channel in batches. */
public interface ChannelExportDao {

  /** Creates an export; ignores the given id. */
  ChannelExport insert(ChannelExport export);

  /** Marks the export as complete; it can be downloaded with the token. */
  void finish(@Param("id") long id, @Param("tokenHash") byte[] tokenHash, @Param("size") long size);

  Optional<ChannelExport> selectByToken(
      @Param("tokenHash") byte[] tokenHash, @Param("now") Instant now);

  List<ChannelExport> selectExpired(Instant now);

  void delete(long id);

  /** The next posts of a channel after this slug, including drafts, ordered by slug. */
  List<Post> selectPostsAfter(
      @Param("channelId") long channelId, @Param("slug") String slug, @Param("limit") int limit);

  /** The next subscribers after this user, ordered by id. */
  List<ExportedSubscriber> selectSubscribersAfter(
      @Param("channelId") long channelId, @Param("userId") long userId, @Param("limit") int limit);

  /**
   * Consent records, ordered by user and id, after the given record.
   *
   * @param id of the record; 0 with userId 0 = from the beginning
   */
  List<ExportedConsent> selectConsentsAfter(
      @Param("channelId") long channelId,
      @Param("userId") long userId,
      @Param("id") long id,
      @Param("limit") int limit);

  /** Addresses that only their owner can subscribe, in order. */
  List<ExportedSuppression> selectSuppressionsAfter(
      @Param("channelId") long channelId, @Param("email") String email, @Param("limit") int limit);

  /** Comments of every status, oldest first. */
  List<ExportedComment> selectCommentsAfter(
      @Param("channelId") long channelId, @Param("id") long id, @Param("limit") int limit);
}
