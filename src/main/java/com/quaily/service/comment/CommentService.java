package com.quaily.service.comment;

import com.quaily.dao.CommentDao;
import com.quaily.database.Database;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.comment.Comment;
import com.quaily.model.comment.CommentStatus;
import com.quaily.model.comment.CommentStrategy;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import com.quaily.service.subscription.Subscriptions;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.PathIds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writing comments under posts, and what becomes of them. */
public final class CommentService {

  private final Database database;
  private final CommentDao commentDao;
  private final ChannelAccess access;
  private final PostLookup lookup;
  private final Subscriptions subscriptions;
  private final CommentNotices notices;
  private final PageChangeLog pageJobs;
  private final Clock clock;

  public CommentService(
      Database database,
      ChannelAccess access,
      PostLookup lookup,
      Subscriptions subscriptions,
      CommentNotices notices,
      PageChangeLog pageJobs,
      Clock clock) {
    this.database = database;
    this.commentDao = database.dao(CommentDao.class);
    this.access = access;
    this.lookup = lookup;
    this.subscriptions = subscriptions;
    this.notices = notices;
    this.pageJobs = pageJobs;
    this.clock = clock;
  }

  /**
   * Puts a comment under a post; the author of the post and of the quoted comment are told.
   *
   * @param quoteCommentId the comment that it answers; null or 0 when none
   * @throws ForbiddenException when the channel takes no comments, or none of this caller
   */
  public Comment create(Caller caller, long postId, Long quoteCommentId, String content) {
    Post post = lookup.findVisible(access, postId, Optional.of(caller));
    Channel channel = access.find(String.valueOf(post.channelId()));
    CommentStatus status = requireMayComment(caller, channel);
    String text = FieldValidator.text("content", content, Limits.COMMENT).strip();
    if (text.isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "content", "must not be empty");
    }
    Long quoted = quoteCommentId == null || quoteCommentId == 0 ? null : quoteCommentId;
    requireQuotable(post, quoted);
    Instant now = clock.instant();
    Comment draft =
        new Comment(0, quoted, post.id(), channel.id(), caller.userId(), text, status, now, now);
    return database.inTransaction(
        () -> {
          Comment comment = commentDao.insert(draft);
          notices.created(comment);
          countChanged(comment);
          return comment;
        });
  }

  private CommentStatus requireMayComment(Caller caller, Channel channel) {
    if (!channel.takesComments()) {
      throw new ForbiddenException(ErrorCode.COMMENTS_CLOSED);
    }
    boolean writer = channel.isWrittenBy(caller.userId());
    CommentStrategy strategy = CommentStrategy.of(channel.options());
    if (strategy == CommentStrategy.SUBSCRIBERS && !subscriptions.isMember(caller, channel)) {
      throw new ForbiddenException(ErrorCode.COMMENTS_FOR_SUBSCRIBERS);
    }
    if (strategy == CommentStrategy.PREMIUM
        && !subscriptions.isPremium(Optional.of(caller), channel)) {
      throw new ForbiddenException(ErrorCode.COMMENTS_FOR_PREMIUM);
    }
    return strategy == CommentStrategy.APPROVAL && !writer
        ? CommentStatus.PENDING
        : CommentStatus.APPROVED;
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
          "must be the id of a comment under the same post");
    }
  }

  /** Decides about a comment; the same decision again changes nothing. */
  public Comment moderate(Caller caller, String commentKey, CommentStatus status) {
    Comment comment = require(commentKey);
    access.requireWriter(caller, String.valueOf(comment.channelId()));
    return database.inTransaction(
        () -> {
          if (commentDao.updateStatus(comment.id(), status, clock.instant())) {
            countChanged(comment);
            if (status == CommentStatus.APPROVED) {
              notices.approved(comment);
            }
          }
          return require(commentKey);
        });
  }

  /**
   * Deletes a comment of the caller, or of a channel that they write for. One that was answered
   * leaves an empty place, so that its answers keep what they belong to.
   */
  public void delete(Caller caller, String commentKey) {
    Comment comment = require(commentKey);
    if (comment.authorId() != caller.userId()) {
      access.requireWriter(caller, String.valueOf(comment.channelId()));
    }
    database.inTransaction(
        () -> {
          if (commentDao.deleteUnanswered(comment.id()) == 0) {
            commentDao.hide(comment.id(), clock.instant());
          } else if (comment.quoteCommentId() != null) {
            commentDao.deleteHiddenUnanswered(comment.quoteCommentId());
          }
          countChanged(comment);
        });
  }

  /** The article says how many comments there are. */
  private void countChanged(Comment comment) {
    pageJobs.articleChanged(comment.channelId(), comment.postId());
  }

  private Comment require(String commentKey) {
    return PathIds.parse(commentKey)
        .flatMap(commentDao::selectById)
        .orElseThrow(() -> new NotFoundException(ErrorCode.COMMENT_NOT_FOUND));
  }
}
