package com.quaily.model.delivery;

import java.time.Instant;

/**
 * Emails to single readers of a channel that are not a delivery of a post.
 *
 * @param name tells mailings of a kind apart
 * @param postId the post, or the email of a sequence, that it shows; 0 = none
 * @param note what a writer says with it; empty when nothing
 */
public record Mailing(
    long id,
    long channelId,
    MailingKind kind,
    String name,
    long postId,
    String note,
    Instant createdAt) {}
