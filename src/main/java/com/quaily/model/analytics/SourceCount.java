package com.quaily.model.analytics;

/**
 * The source of visits between two days.
 *
 * @param source utm_source, else the host of the referring page, else {@code direct}
 */
public record SourceCount(
    String source, String medium, String campaign, long pageViews, long pageReads) {}
