package com.quaily.model.abuse;

import java.time.Instant;

/**
 * A report.
 *
 * @param postId null = the whole channel
 * @param text what the reporter wrote; may be empty
 * @param email where the operator can answer; empty when the reporter left none
 * @param closedAt null = the operator has not dealt with it yet
 * @param note what the operator did about it
 */
public record AbuseReport(
    long id,
    long channelId,
    Long postId,
    AbuseReason reason,
    String text,
    String email,
    Instant createdAt,
    Instant closedAt,
    String note) {}
