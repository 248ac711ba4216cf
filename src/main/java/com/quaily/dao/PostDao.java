package com.quaily.dao;

import com.quaily.model.channel.Channel;
import com.quaily.model.post.ListPlace;
import com.quaily.model.post.NeighbourIds;
import com.quaily.model.post.Post;
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
   * Adds a post with its first revision; when it is published, it is counted and listed under its
   * tags. What was kept for ever under an old name of that slug gives way.
   *
   * @param post its id is ignored
   * @param excerpt what lists show when the writer gave no summary
   * @param writerId whose revision it is
   * @return its id
   */
  long insert(
      @Param("post") Post post, @Param("excerpt") String excerpt, @Param("writerId") long writerId);

  /** Whether a post and its channel are there and were not saved since they were read. */
  boolean isCurrent(@Param("post") Post post, @Param("channel") Channel channel);

  Optional<Post> selectById(long id);

  /** Those of the posts that there are, in no order. */
  List<Post> selectByIds(@Param("ids") List<Long> ids);

  Optional<Post> selectByIdForUpdate(long id);

  Optional<Post> selectBySlug(@Param("channelId") long channelId, @Param("slug") String slug);

  /** Whether a post of the channel has this slug or was once called so. */
  boolean isSlugKnown(@Param("channelId") long channelId, @Param("slug") String slug);

  /** Whether a post has this slug or was once called so, in a channel that the user writes for. */
  boolean isSlugKnownToWriter(@Param("userId") long userId, @Param("slug") String slug);

  /** The date that a hidden post had; empty when it never had one or has got another first date. */
  Optional<Instant> selectLastPublishedAt(long id);

  /** The posts that an import made. */
  List<Post> selectImported(long channelId);

  /** Published posts, newest first. */
  List<Post> selectPublished(
      @Param("channelId") long channelId, @Param("offset") int offset, @Param("limit") int limit);

  /**
   * Published posts older than a place, newest first, without reading them.
   *
   * @param offset how many of those nearest to the place are left out
   */
  List<PostVersion> selectVersionsPublishedBefore(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Those newer than the place, newest first too. */
  List<PostVersion> selectVersionsPublishedAfter(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** As {@link #selectVersionsPublishedBefore}: drafts too, by when they were saved last. */
  List<PostVersion> selectVersionsSavedBefore(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Those saved later than the place, the last one first. */
  List<PostVersion> selectVersionsSavedAfter(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Drafts, last saved first, without reading them. */
  List<PostVersion> selectDraftVersions(
      @Param("channelId") long channelId, @Param("offset") int offset, @Param("limit") int limit);

  /** The ids of the newest published posts. */
  List<Long> selectNewestIds(@Param("channelId") long channelId, @Param("limit") int limit);

  /** Drafts and published posts. */
  long countAll(long channelId);

  /**
   * Published posts older than a place, newest first and without their texts; for going through all
   * of a channel.
   */
  List<PostSummary> selectPublishedBefore(
      @Param("channelId") long channelId,
      @Param("place") PostPlace place,
      @Param("limit") int limit);

  /** The slugs of published posts that the manifest has no page of below the folder. */
  List<String> selectWithoutPage(
      @Param("channelId") long channelId, @Param("folder") String folder);

  /** Those of the posts that are published, newest first. */
  List<Post> selectPublishedInOrder(
      @Param("channelId") long channelId, @Param("ids") List<Long> ids);

  /** Those of the posts that are published, without their texts and in no order. */
  List<PostSummary> selectSummaries(
      @Param("channelId") long channelId, @Param("ids") List<Long> ids);

  /**
   * The published posts with a translation key, in the order in which they were made.
   *
   * @param ownerId only channels that this user owns
   * @param postId left out
   */
  List<TranslatedPost> selectTranslations(
      @Param("ownerId") long ownerId, @Param("key") String key, @Param("postId") long postId);

  /** Saves the writing; state and place stay. */
  void update(@Param("post") Post post, @Param("excerpt") String excerpt);

  /**
   * Saves whether, when and on which list page the post is published, and counts the channel's
   * published posts.
   */
  void updatePublication(Post post);

  void mergeOptions(
      @Param("id") long id,
      @Param("options") Map<String, Object> options,
      @Param("now") Instant now);

  void delete(long id);

  /** The next older and the next newer published post of each of these published posts. */
  List<NeighbourIds> selectNeighbourIds(@Param("ids") List<Long> ids);

  /** The next older and the next newer published post, as far as there are any. */
  List<PostSummary> selectNeighbours(
      @Param("channelId") long channelId,
      @Param("publishedAt") Instant publishedAt,
      @Param("id") long id);

  /** The posts of a numbered list page, newest first. */
  List<PostSummary> selectListPage(
      @Param("channelId") long channelId, @Param("listPage") int listPage);

  /** The newest posts with a tag. */
  List<PostSummary> selectTagged(
      @Param("channelId") long channelId, @Param("tag") String tag, @Param("limit") int limit);

  /** What a sitemap tells of the posts on these list pages, oldest first. */
  List<PostSummary> selectListPages(
      @Param("channelId") long channelId, @Param("first") int first, @Param("last") int last);

  /** The pinned posts in their order, published ones only. */
  List<PostSummary> selectPinned(long channelId);

  /** As {@link #selectPinned}, whole. */
  List<Post> selectPinnedPosts(long channelId);

  /** The newest list page's number; 0 when nothing is published. */
  int selectLastListPage(long channelId);

  /** The place among the channel's published posts of one with this date. */
  ListPlace selectListPlace(
      @Param("channelId") long channelId,
      @Param("publishedAt") Instant publishedAt,
      @Param("id") long id);

  int countListPage(@Param("channelId") long channelId, @Param("listPage") int listPage);

  /** Gives the post a place among the pinned ones; 0 takes it away. */
  void updatePinned(
      @Param("channelId") long channelId, @Param("id") long id, @Param("pinned") int pinned);

  void clearPinned(long channelId);

  /** Numbers the list pages anew from one on, oldest first, so that each but the last is full. */
  void renumberListPages(
      @Param("channelId") long channelId, @Param("first") int first, @Param("size") int size);

  /** The oldest list page with more posts than this, or without any while a newer one has some. */
  Optional<Integer> selectFirstUnevenListPage(
      @Param("channelId") long channelId, @Param("largest") int largest);

  /** Keeps an old slug for the post. */
  void insertRedirect(
      @Param("channelId") long channelId,
      @Param("oldSlug") String oldSlug,
      @Param("postId") long postId);

  /** The post that was once called so. */
  Optional<Post> selectByOldSlug(
      @Param("channelId") long channelId, @Param("oldSlug") String oldSlug);

  void deleteRedirect(@Param("channelId") long channelId, @Param("oldSlug") String oldSlug);

  /** Old slug and current slug of every renamed post of the channel, published ones only. */
  List<PostRedirect> selectRedirects(long channelId);
}
