package com.quaily.dao;

import com.quaily.model.page.PageChange;
import com.quaily.model.page.PageManifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** The manifest of stored pages, what they show, and the changes they have yet to follow. */
public interface PageDao {

  /**
   * Enters the key unless it is there; what the page is follows with {@link #save}. The transaction
   * commits without waiting for the disk.
   *
   * @return the new row, locked by this transaction; empty when the key was there
   */
  Optional<PageManifest> insertIfAbsent(
      @Param("key") String key, @Param("channelId") Long channelId, @Param("now") Instant now);

  /** As {@link #insertIfAbsent}, for many articles of a channel. */
  int insertAllIfAbsent(
      @Param("keys") List<String> keys,
      @Param("channelId") long channelId,
      @Param("now") Instant now);

  /**
   * Locks the row of a key until the transaction ends, which then commits without waiting for the
   * disk, as {@link #relaxDurability} says.
   */
  Optional<PageManifest> lock(String key);

  /** Locks the row of a key until the transaction ends. */
  Optional<PageManifest> selectForUpdate(String key);

  Optional<PageManifest> selectByKey(String key);

  /** Locks the rows of the keys until the transaction ends and answers those that exist. */
  List<PageManifest> selectAllForUpdate(@Param("keys") List<String> keys);

  /** Those of the keys that the manifest has. */
  List<String> selectKnown(@Param("keys") List<String> keys);

  /**
   * Saves what many articles of a channel are; each list has an element for each key.
   *
   * @param keys rows that there are
   */
  void saveArticles(
      @Param("channelId") long channelId,
      @Param("keys") List<String> keys,
      @Param("postIds") List<Long> postIds,
      @Param("hashes") List<String> hashes,
      @Param("madeFrom") List<String> madeFrom,
      @Param("now") Instant now);

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

  /**
   * Saves what a page is and of which posts it shows something, and tells every router when the
   * transaction commits.
   */
  int save(@Param("page") PageManifest page, @Param("sources") List<Long> sources);

  /** Lets the page be written again, whatever it is like. */
  void forgetHash(String key);

  /** The keys of a channel's articles that were made from an earlier state of their post. */
  List<String> selectOutdatedArticles(long channelId);

  void delete(String key);

  /** Forgets those of the keys that nothing was stored under. */
  void deleteEmpty(@Param("keys") List<String> keys);

  /** All pages after this key, in the order of their keys. */
  List<PageManifest> selectAfter(@Param("key") String key, @Param("limit") int limit);

  /** The next pages of a channel after this key that are not of a single post, by key. */
  List<PageManifest> selectShared(
      @Param("channelId") long channelId, @Param("key") String key, @Param("limit") int limit);

  /**
   * The next of a channel's articles whose post is gone, not published, or called otherwise now,
   * and of its paid parts that are not there any more; by key.
   *
   * @param folder what the key of every article begins with
   * @param paidFolder what the key of every paid part begins with
   * @param key they come after this key
   */
  List<PageManifest> selectOrphans(
      @Param("channelId") long channelId,
      @Param("folder") String folder,
      @Param("paidFolder") String paidFolder,
      @Param("key") String key,
      @Param("limit") int limit);

  /** The sitemaps of channels and their indexes, channel by channel. */
  List<PageManifest> selectSitemaps(@Param("channelIds") List<Long> channelIds);

  /** The pages that show something of one of these posts and are not that post's own. */
  List<PageManifest> selectBySource(@Param("postIds") List<Long> postIds);

  /** The articles of these posts. */
  List<PageManifest> selectArticles(@Param("postIds") List<Long> postIds);

  /** Notes what pages have to follow, and tells the workers when the transaction commits. */
  int insertChange(@Param("change") PageChange change, @Param("now") Instant now);

  /**
   * The oldest changes of a channel that pages have to follow and nobody has claimed, claimed for
   * the caller until then.
   */
  List<PageChange> claimChanges(
      @Param("channelId") long channelId,
      @Param("now") Instant now,
      @Param("until") Instant until,
      @Param("limit") int limit);

  /** Gives back what was claimed and not followed. */
  void releaseChanges(@Param("ids") List<Long> ids);

  /** Forgets changes that every page follows now. */
  void deleteChanges(@Param("ids") List<Long> ids);

  /** Channels with unclaimed changes older than this. */
  List<Long> selectChannelsWithChanges(@Param("before") Instant before, @Param("now") Instant now);

  /** The posts' own pages, those behind the paywall too. */
  List<PageManifest> selectByPosts(@Param("postIds") List<Long> postIds);

  /**
   * Lets the transaction commit without waiting for the disk. For what can be made again from the
   * rest of the database only.
   */
  int relaxDurability();

  /** Tells every router, when the transaction commits; the payload is at most 7,900 bytes. */
  int notifyPageChanged(String payload);

  /** As {@link #notifyPageChanged}, for many pages. */
  int notifyPagesChanged(@Param("keys") List<String> keys);
}
