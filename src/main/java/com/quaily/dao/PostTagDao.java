package com.quaily.dao;

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

  /** The number of published posts with the tag. */
  long count(@Param("channelId") long channelId, @Param("tag") String tag);
}
