package com.quaily.model.analytics;

import java.time.Instant;

/**
 * Statistics of a channel.
 *
 * @param totalPosts published posts
 * @param totalViews views of all its posts, including deleted ones
 * @param lastPublishedAt the newest date of a published post; null = none
 */
public record ChannelStatistics(
    long totalPosts,
    long totalViews,
    long totalReads,
    long totalSubscribers,
    long totalPremiumSubscribers,
    long totalPremiumPosts,
    Instant lastPublishedAt) {}
