package com.quaily.dao;

import com.quaily.model.post.RetaggedPost;
import com.quaily.model.post.TagCount;
import com.quaily.model.post.TagRedirect;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The tags of published posts and the number of posts for each tag. */
public interface PostTagDao {

  /** Adds the post to each of its tags and increases their counts. */
  void insert(
      @Param("channelId") long channelId,
      @Param("postId") long postId,
      @Param("publishedAt") Instant publishedAt,
      @Param("tags") List<String> tags);

  /** Removes the post from all its tags and decreases their counts. */
  void delete(@Param("channelId") long channelId, @Param("postId") long postId);

  /** The tags of drafts and published posts with the number of posts, the most used first. */
  List<TagCount> selectAll(long channelId);

  /**
   * Gives posts the tag {@code name} instead of {@code tag}, also those in the trash.
   *
   * @return the changed posts, with their new tags
   */
  List<RetaggedPost> rename(
      @Param("channelId") long channelId,
      @Param("tag") String tag,
      @Param("name") String name,
      @Param("now") Instant now);

  /** Lists published posts under {@code name} instead of {@code tag}, and counts both again. */
  void moveEntries(
      @Param("channelId") long channelId, @Param("tag") String tag, @Param("name") String name);

  /** Redirects the page of a tag, and what was redirected there, to the page of another. */
  void redirect(
      @Param("channelId") long channelId, @Param("tag") String tag, @Param("name") String name);

  /** The former and current names of the channel's renamed tags. */
  List<TagRedirect> selectRedirects(long channelId);

  /** Whether the page of one of these tags redirects to another. */
  boolean hasRedirects(@Param("channelId") long channelId, @Param("tags") List<String> tags);

  /** The number of published posts with the tag. */
  long count(@Param("channelId") long channelId, @Param("tag") String tag);
}
