package com.quaily.model.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * An email whose turn has come, with what is known of its reader at this moment.
 *
 * @param attempts earlier attempts that a server deferred
 * @param taskStartedAt when its delivery started
 * @param email the reader's address
 * @param language the reader's interface language; null = unknown
 * @param traceId the id in the reader's unsubscribe links; null = not subscribed any more
 * @param plan the subscription's type; null = not subscribed any more
 * @param paidExpiry when the plan ends; null = never, or there is none
 * @param wanted whether the reader is subscribed and has email switched on
 * @param suppressed whether nothing must be sent to the address
 */
public record DueMail(
    long taskId,
    long userId,
    long channelId,
    long postId,
    int attempts,
    Instant taskStartedAt,
    String email,
    String language,
    UUID traceId,
    String plan,
    Instant paidExpiry,
    boolean wanted,
    boolean suppressed) {}
