package com.quaily.dao;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Which published posts carry a tag, and how many; kept beside the posts. */
public interface PostTagDao {

  /** Enters the post under each tag and counts it. */
  void insert(
      @Param("channelId") long channelId,
      @Param("postId") long postId,
      @Param("publishedAt") Instant publishedAt,
      @Param("tags") List<String> tags);

  /** Takes the post out from under all its tags and counts it off. */
  void delete(@Param("channelId") long channelId, @Param("postId") long postId);

  /** How many published posts carry the tag. */
  long count(@Param("channelId") long channelId, @Param("tag") String tag);
}
