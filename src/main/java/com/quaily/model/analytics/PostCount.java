package com.quaily.model.analytics;

import java.time.Instant;

/** Counts of a post between two days. */
public record PostCount(
    long postId,
    String slug,
    String title,
    Instant publishedAt,
    long pageViews,
    long pageReads,
    long emailViews) {}
