package com.quaily.model.analytics;

/**
 * What is counted together.
 *
 * @param day of UTC, {@code 2026-01-31}
 * @param source where readers came from; empty for mails and bots
 * @param reason why these were taken for bots; empty for readers
 */
public record CountKey(
    long channelId,
    long postId,
    String day,
    String source,
    String medium,
    String campaign,
    String reason) {}
