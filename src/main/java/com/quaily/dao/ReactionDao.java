package com.quaily.dao;

import com.quaily.model.post.Reaction;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** What readers put to posts: one sign each. */
public interface ReactionDao {

  /** Makes this transaction the only one that changes the post's signs, until it ends. */
  void lockPost(@Param("postId") long postId, @Param("channelId") long channelId);

  /** Puts the sign, in place of another one that the user had put. */
  void upsert(
      @Param("postId") long postId,
      @Param("userId") long userId,
      @Param("codepoint") int codepoint,
      @Param("now") Instant now);

  /** How many were removed: 1, or 0 when the user had not put exactly this sign. */
  int delete(
      @Param("postId") long postId,
      @Param("userId") long userId,
      @Param("codepoint") int codepoint);

  /** Takes the number of a post's signs over into what is counted of it. */
  void updateMetric(long postId);

  List<Reaction> selectByPosts(@Param("ids") List<Long> postIds);
}
