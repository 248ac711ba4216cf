package com.quaily.model.analytics;

import java.time.Instant;

/**
 * Numbers about a channel.
 *
 * @param totalPosts published ones
 * @param totalViews of the pages of all its posts, deleted ones too
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
