package com.quaily.resource.analytics;

import com.quaily.model.analytics.SourceCount;

/**
 * Visits from one source, medium and campaign.
 *
 * @param views the same as {@code pageViews}
 * @param percentage of all views, from 0 to 100, with two decimals
 */
public record SourceCountView(
    String source,
    String medium,
    String campaign,
    long pageViews,
    long pageReads,
    long views,
    double percentage) {

  static SourceCountView of(SourceCount count, long total) {
    return new SourceCountView(
        count.source(),
        count.medium(),
        count.campaign(),
        count.pageViews(),
        count.pageReads(),
        count.pageViews(),
        SourceShare.percentage(count.pageViews(), total));
  }
}
