package com.quaily.model.analytics;

/**
 * Where readers came from between two days.
 *
 * @param source utm_source, else the host of the page that led here, else {@code direct}
 */
public record SourceCount(
    String source, String medium, String campaign, long pageViews, long pageReads) {}
