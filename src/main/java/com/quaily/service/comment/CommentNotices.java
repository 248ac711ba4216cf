package com.quaily.service.comment;

import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.comment.Comment;

/** Notes that people are to be told of a comment, in the transaction that brings it about. */
public final class CommentNotices {

  /** A mail about a comment. */
  public static final JobType<CommentNotice> NOTICE =
      new JobType<>("comment-notice", CommentNotice.class);

  private final JobQueue jobQueue;

  public CommentNotices(JobQueue jobQueue) {
    this.jobQueue = jobQueue;
  }

  /** The post's author is told at once; who is quoted, as soon as others may read it. */
  void created(Comment comment) {
    enqueue(comment, Recipient.POST_AUTHOR);
    if (comment.isApproved()) {
      approved(comment);
    }
  }

  /** Others may read the comment now. */
  void approved(Comment comment) {
    if (comment.quoteCommentId() != null) {
      enqueue(comment, Recipient.QUOTED_AUTHOR);
    }
  }

  private void enqueue(Comment comment, Recipient recipient) {
    jobQueue.enqueue(
        NOTICE, comment.id() + ":" + recipient, new CommentNotice(comment.id(), recipient));
  }

  /** Whom a mail goes to. */
  public enum Recipient {
    POST_AUTHOR,
    QUOTED_AUTHOR
  }

  /** Data of {@link #NOTICE}. */
  public record CommentNotice(long commentId, Recipient recipient) {}
}
