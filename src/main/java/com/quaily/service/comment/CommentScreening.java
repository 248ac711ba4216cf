package com.quaily.service.comment;

import com.quaily.dao.SpamScoreDao;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.channel.Channel;
import com.quaily.model.comment.Comment;
import com.quaily.model.comment.CommentStatus;
import com.quaily.model.comment.SpamScore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges new comments: at once by rules, later by a model if there is one. Nothing is deleted; a
 * channel may want to look at suspicious comments before readers do.
 */
public final class CommentScreening {

  /** Lets a model judge a comment. */
  public static final JobType<SpamCheck> CHECK = new JobType<>("comment-spam", SpamCheck.class);

  /** The option of a channel whose suspicious comments wait for a person. */
  public static final String HELD = "comment_spam_held";

  private final SpamScoreDao scoreDao;
  private final JobQueue jobQueue;

  public CommentScreening(SpamScoreDao scoreDao, JobQueue jobQueue) {
    this.scoreDao = scoreDao;
    this.jobQueue = jobQueue;
  }

  /**
   * Data of {@link #CHECK}.
   *
   * @param traceId of the AI task that judges it; null until there is one
   */
  public record SpamCheck(long commentId, @Nullable UUID traceId) {}

  /** The status of a new comment that would have this one. */
  CommentStatus status(CommentStatus usual, Channel channel, long authorId, String text) {
    boolean suspicious = SpamRules.judge(text).score() >= SpamScore.SUSPICIOUS;
    return suspicious && holds(channel) && !channel.isWrittenBy(authorId)
        ? CommentStatus.PENDING
        : usual;
  }

  static boolean holds(Channel channel) {
    return Boolean.TRUE.equals(channel.options().get(HELD));
  }

  /** Stores the judgement of the rules and queues that of a model, in the caller's transaction. */
  void created(Comment comment) {
    SpamRules.Finding found = SpamRules.judge(comment.content());
    scoreDao.upsert(
        new SpamScore(
            comment.id(), found.score(), found.reason(), SpamScore.RULES, comment.createdAt()));
    jobQueue.enqueue(CHECK, Long.toString(comment.id()), new SpamCheck(comment.id(), null));
  }
}
