package com.quaily.service.comment;

import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.comment.Comment;

/** Queues notifications of a comment in the transaction that creates it. */
public final class CommentNotices {

  /** Sends an email about a comment. */
  public static final JobType<CommentNotice> NOTICE =
      new JobType<>("comment-notice", CommentNotice.class);

  private final JobQueue jobQueue;

  public CommentNotices(JobQueue jobQueue) {
    this.jobQueue = jobQueue;
  }

  /** The post's author is notified immediately; the quoted commenter when the comment is public. */
  void created(Comment comment) {
    enqueue(comment, Recipient.POST_AUTHOR);
    if (comment.isApproved()) {
      approved(comment);
    }
  }

  /** The comment became public. */
  void approved(Comment comment) {
    if (comment.quoteCommentId() != null) {
      enqueue(comment, Recipient.QUOTED_AUTHOR);
    }
  }

  private void enqueue(Comment comment, Recipient recipient) {
    jobQueue.enqueue(
        NOTICE, comment.id() + ":" + recipient, new CommentNotice(comment.id(), recipient));
  }

  /** The recipient of an email. */
  public enum Recipient {
    POST_AUTHOR,
    QUOTED_AUTHOR
  }

  /** Data of {@link #NOTICE}. */
  public record CommentNotice(long commentId, Recipient recipient) {}
}
