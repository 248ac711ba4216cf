package com.quaily.model;

/**
 * Something that a channel has reached.
 *
 * @param kind {@code first post} or {@code subscribers}
 * @param value how many
 * @param slug of the channel
 */
public record Milestone(long id, String kind, long value, String slug, String title) {}
