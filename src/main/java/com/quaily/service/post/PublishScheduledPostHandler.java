package com.quaily.service.post;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.service.post.PostSchedule.ScheduledPost;
import java.time.Instant;
import java.util.Optional;

/** Publishes a scheduled post; runs again later when the post was moved or the clock set back. */
public final class PublishScheduledPostHandler implements JobHandler<ScheduledPost> {

  private final PostSchedule schedule;

  public PublishScheduledPostHandler(PostSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public JobType<ScheduledPost> type() {
    return PostSchedule.PUBLISH;
  }

  @Override
  public void run(ScheduledPost data) {
    schedule.publishIfDue(data.postId());
  }

  @Override
  public Optional<Instant> next(ScheduledPost data) {
    return schedule.scheduledAt(data.postId());
  }
}
