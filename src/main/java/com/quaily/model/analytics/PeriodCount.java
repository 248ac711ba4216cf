package com.quaily.model.analytics;

import java.time.LocalDate;

/**
 * Counts of a day, week or month.
 *
 * @param date the period's first day, in UTC
 */
public record PeriodCount(LocalDate date, long pageViews, long pageReads, long emailViews) {}
