package com.quaily.model.analytics;

import java.time.LocalDate;

/**
 * What was counted in a day, a week or a month.
 *
 * @param date the period's first day, in UTC
 */
public record PeriodCount(LocalDate date, long pageViews, long pageReads, long emailViews) {}
