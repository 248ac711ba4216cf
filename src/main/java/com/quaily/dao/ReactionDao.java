package com.quaily.dao;

import com.quaily.model.post.Reaction;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Readers' reactions to posts: one emoji per reader. */
public interface ReactionDao {

  /** Until the transaction ends, no other transaction can change the post's reactions. */
  void lockPost(@Param("postId") long postId, @Param("channelId") long channelId);

  /**
   * Sets the user's reaction, replacing an earlier one.
   *
   * @return whether the user had none before
   */
  boolean upsert(
      @Param("postId") long postId,
      @Param("userId") long userId,
      @Param("codepoint") int codepoint,
      @Param("now") Instant now);

  /** Number of removed rows: 1, or 0 if the user had not set this emoji. */
  int delete(
      @Param("postId") long postId,
      @Param("userId") long userId,
      @Param("codepoint") int codepoint);

  /** Adds to the post's number of reactions; needs {@link #lockPost}. */
  void updateMetric(@Param("postId") long postId, @Param("change") int change);

  /** The newest reactions of each post, the oldest of them first. */
  List<Reaction> selectByPosts(@Param("ids") List<Long> postIds, @Param("limit") int limit);
}
