package com.quaily.model.analytics;

import java.time.LocalDate;

/**
 * How a channel's subscribers changed in a day, week or month.
 *
 * @param date the period's first day, in UTC
 */
public record SubscriberPeriod(LocalDate date, long joined, long ended) {}
