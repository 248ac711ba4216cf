package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes drafts at a time that their writers set. The time in the post's row decides: jobs and
 * the check for missed posts only say when to look, so that neither a late job nor a changed clock
 * publishes a post early or twice.
 */
public final class PostSchedule {

  /** The job that looks at a post at its time; there is at most one for each post. */
  public static final JobType<ScheduledPost> PUBLISH =
      new JobType<>("publish-scheduled-post", ScheduledPost.class);

  private static final Logger LOG = LoggerFactory.getLogger(PostSchedule.class);
  private static final int AT_ONCE = 100;

  private final PostDao postDao;
  private final PostChanges changes;
  private final PostPublication publication;
  private final ChannelAccess access;
  private final JobQueue jobQueue;
  private final Clock clock;

  public PostSchedule(
      PostDao postDao,
      PostChanges changes,
      PostPublication publication,
      ChannelAccess access,
      JobQueue jobQueue,
      Clock clock) {
    this.postDao = postDao;
    this.changes = changes;
    this.publication = publication;
    this.access = access;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /**
   * Schedules a draft, or gives a scheduled one another time.
   *
   * @throws ConflictException when the post is published
   * @throws InvalidException when the time is not in the future or too far ahead
   */
  public Post schedule(Caller caller, Channel channel, String postKey, Instant publishAt) {
    return schedule(caller, channel, postKey, publishAt, scheduled -> {});
  }

  /**
   * Like the other, and does something else in the same transaction.
   *
   * @param alongside gets the scheduled post
   */
  public Post schedule(
      Caller caller, Channel channel, String postKey, Instant publishAt, Consumer<Post> alongside) {
    requireTime(publishAt);
    return changes.change(
        caller,
        channel,
        postKey,
        (post, now) -> {
          if (post.isPublished()) {
            throw new ConflictException(
                ErrorCode.POST_PUBLISHED, ErrorCode.POST_PUBLISHED.message());
          }
          jobQueue.reschedule(
              PUBLISH, String.valueOf(post.id()), new ScheduledPost(post.id()), publishAt);
          Post scheduled = scheduled(post, publishAt);
          alongside.accept(scheduled);
          return scheduled;
        });
  }

  /** Ends a schedule; the post stays a draft. Does nothing for a post without one. */
  public Post cancel(Caller caller, Channel channel, String postKey) {
    // The job finds nothing to do.
    return changes.change(caller, channel, postKey, (post, now) -> scheduled(post, null));
  }

  private Post scheduled(Post post, Instant time) {
    postDao.updateSchedule(post.id(), time);
    return postDao.selectById(post.id()).orElseThrow(PostChanges::gone);
  }

  private void requireTime(Instant time) {
    if (time == null) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "publish_at", "must be a time");
    }
    Instant now = clock.instant();
    if (!time.isAfter(now)) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "publish_at", "must be in the future");
    }
    Instant last = now.atOffset(ZoneOffset.UTC).plusYears(Limits.SCHEDULE_YEARS).toInstant();
    if (time.isAfter(last)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "publish_at",
          "can be at most " + Limits.SCHEDULE_YEARS + " years ahead");
    }
  }

  /** Publishes the post with its scheduled date, if its time has come; else does nothing. */
  public void publishIfDue(long postId) {
    Optional<Channel> channel =
        postDao.selectById(postId).map(post -> access.find(post.channelId()));
    channel.ifPresent(
        c -> {
          Optional<Post> published = publication.exclusively(c.id(), () -> publishLocked(postId));
          published.ifPresent(post -> changes.show(c, post));
        });
  }

  private Optional<Post> publishLocked(long postId) {
    Instant now = clock.instant();
    return postDao
        .selectByIdForUpdate(postId)
        .filter(post -> post.isDue(now))
        .map(post -> publication.publish(post, post.scheduledAt(), now));
  }

  /** When to look at the post again; empty when it is no longer scheduled. */
  public Optional<Instant> scheduledAt(long postId) {
    return postDao.selectById(postId).map(Post::scheduledAt);
  }

  /** Publishes the posts whose job did not run at their time. */
  public void publishMissed() {
    List<Long> due = postDao.selectDueIds(clock.instant(), AT_ONCE);
    for (long postId : due) {
      try {
        publishIfDue(postId);
      } catch (RuntimeException e) {
        // One post must not keep the others waiting.
        LOG.warn("scheduled post {} is not published yet: {}", postId, e.getMessage());
      }
    }
  }

  /** The data of the job. */
  public record ScheduledPost(long postId) {}
}
