package com.quaily.model.subscription;

import java.time.Instant;

/**
 * One of the emails that a channel's new readers get one after another.
 *
 * @param days after the reader confirmed the subscription
 * @param content Markdown
 */
public record SequenceMail(
    long id,
    long channelId,
    int days,
    String title,
    String content,
    Instant createdAt,
    Instant updatedAt) {}
