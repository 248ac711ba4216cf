package com.quaily.resource.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in API responses.
 *
 * @param status scheduled, processing, paused, delivered, failed or cancelled
 * @param notice why it waits: by_writer, late, not_published, bounces or transport; empty = it does
 *     not
 * @param detail the notice in the words of a server
 * @param channels email and the names of other services
 * @param result counts by channel
 * @param faults emails that were not sent, or not yet, by class of fault
 * @param reportAttId always null; the report has an endpoint of its own
 * @param post null in lists when the post is gone
 */
public record DeliveryTaskView(
    long id,
    String uuid,
    long userId,
    long listId,
    long postId,
    String status,
    String notice,
    String detail,
    List<String> channels,
    Map<String, ResultView> result,
    Map<String, Long> faults,
    @Nullable Instant scheduledAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Long reportAttId,
    Instant createdAt,
    Instant updatedAt,
    UserView user,
    @Nullable ChannelView list,
    @Nullable PostCardView post) {

  /**
   * What became of the messages of one channel.
   *
   * @param uncertain handed over without an answer; never sent again by itself
   * @param skipped not sent, because the reader must not get it
   * @param queued not yet
   * @param reply the service's own words; empty for email
   * @param url the message at the service; empty if it has no address
   */
  public record ResultView(
      long sent,
      long failed,
      long total,
      long uncertain,
      long skipped,
      long queued,
      String reply,
      String url) {}
}
