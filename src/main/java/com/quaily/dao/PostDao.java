package com.quaily.dao;

import com.quaily.model.channel.Channel;
import com.quaily.model.post.ListPlace;
import com.quaily.model.post.NeighborIds;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostFilter;
import com.quaily.model.post.PostPlace;
import com.quaily.model.post.PostRedirect;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.PostVersion;
import com.quaily.model.post.TranslatedPost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Posts. */
public interface PostDao {

  /**
   * Adds a post with its first revision. A published post is counted and listed under its tags.
   * Removes a redirect from the same slug.
   *
   * @param post its id is ignored
   * @param excerpt shown in lists if the post has no summary
   * @param writerId the author of the revision
   * @return the new id
   */
  long insert(
      @Param("post") Post post, @Param("excerpt") String excerpt, @Param("writerId") long writerId);

  /** Whether a post and its channel exist and have not been saved since they were read. */
  boolean isCurrent(@Param("post") Post post, @Param("channel") Channel channel);

  /** Unless the post is in the trash; this holds for all methods that do not say otherwise. */
  Optional<Post> selectById(long id);

  /** Those of the posts that exist, in the trash or not, in no order. */
  List<Post> selectByIds(@Param("ids") List<Long> ids);

  Optional<Post> selectByIdForUpdate(long id);

  Optional<Post> selectBySlug(@Param("channelId") long channelId, @Param("slug") String slug);

  /** Whether a post of the channel has this slug or was once called so. */
  boolean isSlugKnown(@Param("channelId") long channelId, @Param("slug") String slug);

  /** Whether a post has this slug or was once called so, in a channel that the user writes for. */
  boolean isSlugKnownToWriter(@Param("userId") long userId, @Param("slug") String slug);

  /** The date that a hidden post had; empty when it never had one or has got another first date. */
  Optional<Instant> selectLastPublishedAt(long id);

  /** The posts created by an import. */
  List<Post> selectImported(long channelId);

  /** Published posts, newest first. */
  List<Post> selectPublished(
      @Param("channelId") long channelId, @Param("offset") int offset, @Param("limit") int limit);

  /**
   * Ids and versions of published posts older than a place, newest first.
   *
   * @param offset number of posts to skip, counted from the place
   */
  List<PostVersion> selectVersionsPublishedBefore(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Those newer than the place, also newest first. */
  List<PostVersion> selectVersionsPublishedAfter(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Like {@link #selectVersionsPublishedBefore}, but includes drafts and orders by last save. */
  List<PostVersion> selectVersionsSavedBefore(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Those saved after the place, latest first. */
  List<PostVersion> selectVersionsSavedAfter(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /**
   * Ids and versions of the posts that a filter lets through: scheduled ones soonest first, deleted
   * ones last deleted first, lists with drafts last saved first, others newest first. Reads every
   * post of the channel that the choice does not exclude.
   */
  List<PostVersion> selectVersionsFiltered(
      @Param("filter") PostFilter filter, @Param("offset") int offset, @Param("limit") int limit);

  /** The number of posts that a filter lets through. */
  long countFiltered(@Param("filter") PostFilter filter);

  /** The ids of the newest published posts. */
  List<Long> selectNewestIds(@Param("channelId") long channelId, @Param("limit") int limit);

  /** Drafts and published posts. */
  long countAll(long channelId);

  /**
   * Published posts older than a place, newest first and without their texts; for iterating over a
   * channel.
   */
  List<PostSummary> selectPublishedBefore(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("limit") int limit);

  /** The slugs of published posts that have no page below the folder in the manifest. */
  List<String> selectWithoutPage(
      @Param("channelId") long channelId, @Param("folder") String folder);

  /** Those of the posts that are published, newest first. */
  List<Post> selectPublishedInOrder(
      @Param("channelId") long channelId, @Param("ids") List<Long> ids);

  /** Those of the posts that are published, without their texts and in no order. */
  List<PostSummary> selectSummaries(
      @Param("channelId") long channelId, @Param("ids") List<Long> ids);

  /**
   * The published posts with a translation key, in order of creation.
   *
   * @param ownerId only channels that this user owns
   * @param postId excluded
   */
  List<TranslatedPost> selectTranslations(
      @Param("ownerId") long ownerId, @Param("key") String key, @Param("postId") long postId);

  /** Saves the content; the publication state does not change. */
  void update(@Param("post") Post post, @Param("excerpt") String excerpt);

  /**
   * Saves whether, when and on which list page the post is published, and updates the channel's
   * count of published posts.
   */
  void updatePublication(Post post);

  /** Sets when the post will be published; null = not at all. */
  void updateSchedule(@Param("id") long id, @Param("scheduledAt") Instant scheduledAt);

  /** The posts whose scheduled time has come, the earliest first. */
  List<Long> selectDueIds(@Param("now") Instant now, @Param("limit") int limit);

  /** Moves an unpublished post to the trash, which frees its slug and ends its schedule. */
  void moveToTrash(@Param("id") long id, @Param("now") Instant now);

  /** Takes a post out of the trash. */
  void restore(@Param("id") long id, @Param("slug") String slug, @Param("now") Instant now);

  /** The post, if it is in the channel's trash. */
  Optional<Post> selectTrashedForUpdate(@Param("channelId") long channelId, @Param("id") long id);

  /** The post in the trash that had this slug; of several, the one deleted last. */
  Optional<Long> selectTrashedBySlug(
      @Param("channelId") long channelId, @Param("slug") String slug);

  /** Posts in the trash since before this time, the oldest first. */
  List<Post> selectTrashedBefore(@Param("time") Instant time, @Param("limit") int limit);

  void mergeOptions(
      @Param("id") long id,
      @Param("options") Map<String, Object> options,
      @Param("now") Instant now);

  void delete(long id);

  /** The next older and the next newer published post of each of these published posts. */
  List<NeighborIds> selectNeighborIds(@Param("ids") List<Long> ids);

  /** The next older and the next newer published post, if any. */
  List<PostSummary> selectNeighbors(
      @Param("channelId") long channelId,
      @Param("publishedAt") Instant publishedAt,
      @Param("id") long id);

  /** The posts of a numbered list page, newest first. */
  List<PostSummary> selectListPage(
      @Param("channelId") long channelId, @Param("listPage") int listPage);

  /** The newest posts with a tag. */
  List<PostSummary> selectTagged(
      @Param("channelId") long channelId, @Param("tag") String tag, @Param("limit") int limit);

  /** Sitemap entries of the posts on these list pages, oldest first. */
  List<PostSummary> selectListPages(
      @Param("channelId") long channelId, @Param("first") int first, @Param("last") int last);

  /** The published pinned posts in order. */
  List<PostSummary> selectPinned(long channelId);

  /** Like {@link #selectPinned}, with their texts. */
  List<Post> selectPinnedPosts(long channelId);

  /** The number of the newest list page; 0 if nothing is published. */
  int selectLastListPage(long channelId);

  /** Where a post with this date belongs among the channel's published posts. */
  ListPlace selectListPlace(
      @Param("channelId") long channelId,
      @Param("publishedAt") Instant publishedAt,
      @Param("id") long id);

  int countListPage(@Param("channelId") long channelId, @Param("listPage") int listPage);

  /** Sets the post's position among the pinned posts; 0 unpins it. */
  void updatePinned(
      @Param("channelId") long channelId, @Param("id") long id, @Param("pinned") int pinned);

  void clearPinned(long channelId);

  /** Renumbers the list pages from 1, oldest first, so that all but the last are full. */
  void renumberListPages(
      @Param("channelId") long channelId, @Param("first") int first, @Param("size") int size);

  /**
   * The oldest list page that has more posts than this, or has none although a newer page has some.
   */
  Optional<Integer> selectFirstUnevenListPage(
      @Param("channelId") long channelId, @Param("largest") int largest);

  /** Reserves a former slug for the post. */
  void insertRedirect(
      @Param("channelId") long channelId,
      @Param("oldSlug") String oldSlug,
      @Param("postId") long postId);

  /** The post that formerly had this slug. */
  Optional<Post> selectByOldSlug(
      @Param("channelId") long channelId, @Param("oldSlug") String oldSlug);

  void deleteRedirect(@Param("channelId") long channelId, @Param("oldSlug") String oldSlug);

  /** Former and current slug of every renamed, published post of the channel. */
  List<PostRedirect> selectRedirects(long channelId);

  /** Whether one of these posts had another slug before. */
  boolean hasRedirects(@Param("postIds") List<Long> postIds);
}
