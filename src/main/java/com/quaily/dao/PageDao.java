package com.quaily.dao;

import com.quaily.model.page.PageChange;
import com.quaily.model.page.PageManifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** The manifest of stored pages, their sources, and the queue of page changes. */
public interface PageDao {

  /**
   * Inserts the key unless it exists; {@link #save} then adds the page's details. The transaction
   * commits without waiting for the disk.
   *
   * @return the new row, locked by this transaction; empty if the key existed
   */
  Optional<PageManifest> insertIfAbsent(
      @Param("key") String key, @Param("channelId") Long channelId, @Param("now") Instant now);

  /** Like {@link #insertIfAbsent}, for several articles of a channel. */
  int insertAllIfAbsent(
      @Param("keys") List<String> keys,
      @Param("channelId") long channelId,
      @Param("now") Instant now);

  /**
   * Locks the row of a key until the transaction ends. The transaction commits without waiting for
   * the disk; see {@link #relaxDurability}.
   */
  Optional<PageManifest> lock(String key);

  /** Locks the row of a key until the transaction ends. */
  Optional<PageManifest> selectForUpdate(String key);

  Optional<PageManifest> selectByKey(String key);

  /** Locks the rows of the keys until the transaction ends; returns the existing ones. */
  List<PageManifest> selectAllForUpdate(@Param("keys") List<String> keys);

  /** Those of the keys that are in the manifest. */
  List<String> selectKnown(@Param("keys") List<String> keys);

  /**
   * Saves several articles of a channel; each list has one element per key.
   *
   * @param keys keys of existing rows
   */
  void saveArticles(
      @Param("channelId") long channelId,
      @Param("keys") List<String> keys,
      @Param("postIds") List<Long> postIds,
      @Param("hashes") List<String> hashes,
      @Param("madeFrom") List<String> madeFrom,
      @Param("now") Instant now);

  /**
   * Replaces the source posts of pages.
   *
   * @param keys the pages
   * @param sourceKeys the page of each source
   * @param sources the post of each source
   */
  void replaceAllSources(
      @Param("keys") List<String> keys,
      @Param("sourceKeys") List<String> sourceKeys,
      @Param("sources") List<Long> sources);

  /** Saves a page and its source posts, and notifies every router when the transaction commits. */
  int save(@Param("page") PageManifest page, @Param("sources") List<Long> sources);

  /** Marks the page so that it is rewritten even if it is unchanged. */
  void forgetHash(String key);

  /** The keys of a channel's articles whose post has changed since they were made. */
  List<String> selectOutdatedArticles(long channelId);

  void delete(String key);

  /** Deletes those of the keys for which nothing was stored. */
  void deleteEmpty(@Param("keys") List<String> keys);

  /** All pages after this key, ordered by key. */
  List<PageManifest> selectAfter(@Param("key") String key, @Param("limit") int limit);

  /**
   * The next pages of a channel after this key that do not belong to a single post, ordered by key.
   */
  List<PageManifest> selectShared(
      @Param("channelId") long channelId, @Param("key") String key, @Param("limit") int limit);

  /**
   * The next articles of a channel whose post is missing, unpublished or renamed, and paid parts
   * that no longer exist; ordered by key.
   *
   * @param folder prefix of the keys of articles
   * @param paidFolder prefix of the keys of paid parts
   * @param markdown whether the channel offers its articles as Markdown, too
   * @param key results come after this key
   */
  List<PageManifest> selectOrphans(
      @Param("channelId") long channelId,
      @Param("folder") String folder,
      @Param("paidFolder") String paidFolder,
      @Param("markdown") boolean markdown,
      @Param("key") String key,
      @Param("limit") int limit);

  /** The sitemaps of channels and their indexes, by channel. */
  List<PageManifest> selectSitemaps(@Param("channelIds") List<Long> channelIds);

  /** Pages that use one of these posts as a source, other than the posts' own pages. */
  List<PageManifest> selectBySource(@Param("postIds") List<Long> postIds);

  /** The articles of these posts. */
  List<PageManifest> selectArticles(@Param("postIds") List<Long> postIds);

  /** Queues a page change. */
  int insertChange(@Param("change") PageChange change, @Param("now") Instant now);

  /** Claims the newest and the oldest unclaimed changes of a channel until the given time. */
  List<PageChange> claimChanges(
      @Param("channelId") long channelId,
      @Param("now") Instant now,
      @Param("until") Instant until,
      @Param("newest") int newest,
      @Param("oldest") int oldest);

  /** Releases claimed changes that were not processed. */
  void releaseChanges(@Param("ids") List<Long> ids);

  /** Deletes processed changes. */
  void deleteChanges(@Param("ids") List<Long> ids);

  /** Channels with unclaimed changes older than this, those that wait longest first. */
  List<Long> selectChannelsWithChanges(
      @Param("before") Instant before,
      @Param("now") Instant now,
      @Param("except") List<Long> except,
      @Param("limit") int limit);

  /** The posts' own pages, including paid parts. */
  List<PageManifest> selectByPosts(@Param("postIds") List<Long> postIds);

  /**
   * Lets the transaction commit without waiting for the disk. Use only for data that can be rebuilt
   * from the rest of the database.
   */
  int relaxDurability();

  /** How many changes there are whose pages do not follow yet. */
  long countChanges();

  /** When the oldest of these changes was made; empty when there is none. */
  Optional<Instant> selectOldestChange();
}
