package com.quaily.service.comment;

import com.quaily.dao.CommentDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.comment.Comment;
import com.quaily.model.comment.CommentStatus;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.post.PostLookup;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.PathIds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Creates and moderates comments. */
public final class CommentService {

  private final Transactions transactions;
  private final CommentDao commentDao;
  private final CommentAccess access;
  private final PostLookup lookup;
  private final Effects effects;
  private final Clock clock;

  /** What follows from a comment. */
  public record Effects(
      CommentNotices notices, CommentScreening screening, PageChangeLog pageJobs) {}

  public CommentService(
      Transactions transactions,
      CommentDao commentDao,
      CommentAccess access,
      PostLookup lookup,
      Effects effects,
      Clock clock) {
    this.transactions = transactions;
    this.commentDao = commentDao;
    this.access = access;
    this.lookup = lookup;
    this.effects = effects;
    this.clock = clock;
  }

  /**
   * Adds a comment to a post and notifies the authors of the post and of the quoted comment.
   *
   * @param quoteCommentId the comment that it replies to; null or 0 when none
   * @throws ForbiddenException when the channel or its rules do not allow the comment
   */
  public Comment create(Caller caller, long postId, Long quoteCommentId, String content) {
    Post post = lookup.findVisible(postId, Optional.of(caller));
    CommentStatus usual = access.requireCommenter(caller, post);
    String text = FieldValidator.text("content", content, Limits.COMMENT).strip();
    if (text.isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "content", "must not be empty");
    }
    Long quoted = quoteCommentId == null || quoteCommentId == 0 ? null : quoteCommentId;
    requireQuotable(post, quoted);
    CommentStatus status =
        effects.screening().status(usual, access.channel(post), caller.userId(), text);
    Instant now = clock.instant();
    Comment draft =
        new Comment(
            0, quoted, post.id(), post.channelId(), caller.userId(), text, status, now, now);
    return transactions.inTransaction(
        () -> {
          Comment comment = commentDao.insert(draft);
          effects.notices().created(comment);
          effects.screening().created(comment);
          countChanged(comment);
          return comment;
        });
  }

  private void requireQuotable(Post post, Long quoteCommentId) {
    boolean quotable =
        quoteCommentId == null
            || commentDao
                .selectById(quoteCommentId)
                .filter(quoted -> quoted.postId() == post.id() && quoted.isApproved())
                .isPresent();
    if (!quotable) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "quote_comment_id",
          "must be the id of a comment on the same post");
    }
  }

  /** Moderates a comment; repeating a decision has no effect. */
  public Comment moderate(Caller caller, String commentKey, CommentStatus status) {
    Comment comment = require(commentKey);
    access.requireModerator(caller, comment);
    return transactions.inTransaction(
        () -> {
          if (commentDao.updateStatus(comment.id(), status, clock.instant())) {
            countChanged(comment);
            if (status == CommentStatus.APPROVED) {
              effects.notices().approved(comment);
            }
          }
          return require(commentKey);
        });
  }

  /**
   * Deletes a comment by the caller or in a channel that they write for. One that has replies keeps
   * its place without its text, so that the replies keep their context.
   */
  public void delete(Caller caller, String commentKey) {
    Comment comment = require(commentKey);
    if (comment.authorId() != caller.userId()) {
      access.requireModerator(caller, comment);
    }
    transactions.inTransaction(
        () -> {
          if (commentDao.deleteUnanswered(comment.id()) == 0) {
            commentDao.hide(comment.id(), clock.instant());
          } else if (comment.quoteCommentId() != null) {
            commentDao.deleteHiddenUnanswered(comment.quoteCommentId());
          }
          countChanged(comment);
        });
  }

  /** The article shows the number of comments. */
  private void countChanged(Comment comment) {
    effects.pageJobs().articleChanged(comment.channelId(), comment.postId());
  }

  private Comment require(String commentKey) {
    return PathIds.parse(commentKey)
        .flatMap(commentDao::selectById)
        .orElseThrow(() -> new NotFoundException(ErrorCode.COMMENT_NOT_FOUND));
  }
}
