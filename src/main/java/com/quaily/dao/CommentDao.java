package com.quaily.dao;

import com.quaily.model.comment.Comment;
import com.quaily.model.comment.CommentChoice;
import com.quaily.model.comment.CommentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Comments. An anonymous reader has the id 0. */
public interface CommentDao {

  Comment insert(Comment comment);

  Optional<Comment> selectById(long id);

  List<Comment> selectByIds(@Param("ids") List<Long> ids);

  /** Approved comments on a post and the reader's own, newest first. */
  List<Comment> selectByPost(
      @Param("postId") long postId,
      @Param("readerId") long readerId,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countByPost(@Param("postId") long postId, @Param("readerId") long readerId);

  /** Approved comments on published posts and the reader's own, newest first. */
  List<Comment> selectByChannel(
      @Param("channelId") long channelId,
      @Param("readerId") long readerId,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countByChannel(@Param("channelId") long channelId, @Param("readerId") long readerId);

  /**
   * Comments of a channel, newest first.
   *
   * @param postId 0 = of all posts
   */
  List<Comment> selectAll(
      @Param("channelId") long channelId,
      @Param("postId") long postId,
      @Param("choice") CommentChoice choice,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** The number of comments that {@link #selectAll} finds. */
  long countAll(
      @Param("channelId") long channelId,
      @Param("postId") long postId,
      @Param("choice") CommentChoice choice);

  /** Approved comments that quote one of these, oldest first, up to the given number for each. */
  List<Comment> selectQuoting(@Param("ids") List<Long> ids, @Param("limit") int limit);

  /** Returns whether the status changed. */
  boolean updateStatus(
      @Param("id") long id, @Param("status") CommentStatus status, @Param("now") Instant now);

  /**
   * Makes a visible comment wait for a moderator, unless one has decided about it.
   *
   * @return the number of changed comments
   */
  int holdUndecided(@Param("id") long id, @Param("now") Instant now);

  /**
   * Deletes a comment that nobody answered.
   *
   * @return 0 when somebody did
   */
  int deleteUnanswered(long id);

  /** Takes the text out of a comment and leaves the place that its answers refer to. */
  void hide(@Param("id") long id, @Param("now") Instant now);

  /** Deletes a hidden comment whose last answer is gone. */
  void deleteHiddenUnanswered(long id);
}
