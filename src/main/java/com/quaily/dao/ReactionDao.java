package com.quaily.dao;

import com.quaily.model.post.Reaction;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Readers' reactions to posts: one emoji per reader. */
public interface ReactionDao {

  /** Until the transaction ends, no other transaction can change the post's reactions. */
  void lockPost(@Param("postId") long postId, @Param("channelId") long channelId);

  /** Sets the user's reaction, replacing an earlier one. */
  void upsert(
      @Param("postId") long postId,
      @Param("userId") long userId,
      @Param("codepoint") int codepoint,
      @Param("now") Instant now);

  /** Number of removed rows: 1, or 0 if the user had not set this emoji. */
  int delete(
      @Param("postId") long postId,
      @Param("userId") long userId,
      @Param("codepoint") int codepoint);

  /** Updates the post's statistics with its number of reactions. */
  void updateMetric(long postId);

  List<Reaction> selectByPosts(@Param("ids") List<Long> postIds);
}
