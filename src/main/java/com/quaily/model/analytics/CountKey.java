package com.quaily.model.analytics;

/**
 * The key by which events are counted.
 *
 * @param day in UTC, {@code 2026-01-31}
 * @param source where readers came from; empty for emails and bots
 * @param reason why the requests count as bots; empty for readers
 */
public record CountKey(
    long channelId,
    long postId,
    String day,
    String source,
    String medium,
    String campaign,
    String reason) {}
