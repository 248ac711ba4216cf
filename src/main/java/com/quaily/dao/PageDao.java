package com.quaily.dao;

import com.quaily.model.PageChange;
import com.quaily.model.PageKind;
import com.quaily.model.PageManifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** The manifest of stored pages, what they show, and the changes they have yet to follow. */
public interface PageDao {

  /** Enters the key unless it is there; its hash is empty until {@link #update}. */
  void insertIfAbsent(
      @Param("key") String key,
      @Param("channelId") Long channelId,
      @Param("postId") Long postId,
      @Param("kind") PageKind kind,
      @Param("now") Instant now);

  /** Locks the rows, in the order of their keys, and answers those that exist. */
  List<PageManifest> selectForUpdate(@Param("keys") List<String> keys);

  Optional<PageManifest> selectByKey(String key);

  /** What is now in storage under the key. */
  void update(
      @Param("key") String key,
      @Param("hash") String hash,
      @Param("madeFrom") String madeFrom,
      @Param("now") Instant now);

  void delete(String key);

  /** Pages after this key, in the order of their keys; of one channel, or of all when null. */
  List<PageManifest> selectAfter(
      @Param("channelId") Long channelId, @Param("key") String key, @Param("limit") int limit);

  /** The pages that show something of one of these posts. */
  List<String> selectKeysBySource(@Param("postIds") List<Long> postIds);

  /** Replaces the list of posts that a page shows something of. */
  void replaceSources(@Param("key") String key, @Param("postIds") List<Long> postIds);

  void insertChange(@Param("change") PageChange change, @Param("now") Instant now);

  /** Takes the changes of a channel out, oldest first; they are back when the caller rolls back. */
  List<PageChange> takeChanges(@Param("channelId") long channelId, @Param("limit") int limit);

  /** Channels with changes older than this. */
  List<Long> selectChannelsWithChanges(Instant before);

  /** Makes this transaction the only one that renders the channel's dependent pages. */
  int lockRendering(long channelId);

  /** Tells every router, when the transaction commits; the payload is at most 7,900 bytes. */
  int notifyPageChanged(String payload);
}
