package com.quaily.dao;

import com.quaily.model.post.Post;
import com.quaily.model.post.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Earlier versions of posts. */
public interface RevisionDao {

  /** Saves the post's current content as a revision. */
  void insert(@Param("post") Post post, @Param("userId") long userId, @Param("now") Instant now);

  Optional<Revision> selectById(@Param("postId") long postId, @Param("id") long id);

  /** Newest first. */
  List<Revision> selectByPost(
      @Param("postId") long postId, @Param("offset") int offset, @Param("limit") int limit);

  long countByPost(long postId);

  /**
   * Keeps at most {@code keep} revisions of a post: the first one, the newest, and between them
   * those that lie furthest apart. Editors save every few seconds; the versions of last week must
   * not give way to those of the last hour.
   */
  int deleteBeyond(@Param("postId") long postId, @Param("keep") int keep);
}
