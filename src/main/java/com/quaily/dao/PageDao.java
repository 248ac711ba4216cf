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

  /** Locks the row of a key until the transaction ends. */
  Optional<PageManifest> selectForUpdate(String key);

  Optional<PageManifest> selectByKey(String key);

  /** Locks the rows of the keys until the transaction ends and answers those that exist. */
  List<PageManifest> selectAllForUpdate(@Param("keys") List<String> keys);

  /** Enters or replaces many rows at once. */
  void upsertAll(@Param("pages") List<PageManifest> pages);

  /**
   * Replaces the lists of posts that pages show something of.
   *
   * @param keys the pages
   * @param sourceKeys for each source its page
   * @param sources for each source its post
   */
  void replaceAllSources(
      @Param("keys") List<String> keys,
      @Param("sourceKeys") List<String> sourceKeys,
      @Param("sources") List<Long> sources);

  /** What is now in storage under the key. */
  void update(
      @Param("key") String key,
      @Param("hash") String hash,
      @Param("madeFrom") String madeFrom,
      @Param("now") Instant now);

  /** The page under this key is another kind of page, or another post's, from now on. */
  void updateOwner(
      @Param("key") String key, @Param("postId") Long postId, @Param("kind") PageKind kind);

  /** Lets the page be written again, whatever it is like. */
  void forgetHash(String key);

  /** The keys of a channel's articles that were made from an earlier state of their post. */
  List<String> selectOutdatedArticles(long channelId);

  void delete(String key);

  /** All pages after this key, in the order of their keys. */
  List<PageManifest> selectAfter(@Param("key") String key, @Param("limit") int limit);

  /** The pages of a channel that are not of a single post. */
  List<PageManifest> selectExceptArticles(long channelId);

  /**
   * The keys of a channel's articles whose post is gone, not published, or called otherwise now.
   *
   * @param folder what the key of every article begins with
   */
  List<String> selectOrphanArticles(
      @Param("channelId") long channelId, @Param("folder") String folder);

  /** The sitemaps of a channel and their index, in the order of their keys. */
  List<PageManifest> selectSitemaps(long channelId);

  /** The pages that show something of one of these posts. */
  List<PageManifest> selectBySource(@Param("postIds") List<Long> postIds);

  /** Replaces the list of posts that a page shows something of. */
  void replaceSources(@Param("key") String key, @Param("postIds") List<Long> postIds);

  /** Answers the id of the new row. */
  long insertChange(@Param("change") PageChange change, @Param("now") Instant now);

  /** The oldest changes of a channel that pages have to follow. */
  List<PageChange> selectChanges(@Param("channelId") long channelId, @Param("limit") int limit);

  /** Forgets changes that every page follows now. */
  void deleteChanges(@Param("ids") List<Long> ids);

  /** Channels with changes older than this. */
  List<Long> selectChannelsWithChanges(Instant before);

  /** The keys of a post's own pages. */
  List<String> selectKeysByPost(long postId);

  /**
   * Lets the transaction commit without waiting for the disk. For what can be made again from the
   * rest of the database only.
   */
  int relaxDurability();

  /** Tells every router, when the transaction commits; the payload is at most 7,900 bytes. */
  int notifyPageChanged(String payload);
}
