package com.quaily.model.delivery;

import java.time.Instant;

/**
 * A channel's totals at the time of a report.
 *
 * @param takenAt when they were counted
 */
public record ChannelFigures(
    long posts,
    long premiumPosts,
    long subscribers,
    long premiumSubscribers,
    long reads,
    long views,
    Instant takenAt) {}
