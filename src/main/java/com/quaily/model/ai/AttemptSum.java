package com.quaily.model.ai;

/**
 * Attempts of a day by proxy and kind.
 *
 * @param day such as 2026-11-30, in UTC
 * @param failures attempts that did not complete
 * @param latency mean of the completed ones, in milliseconds
 */
public record AttemptSum(
    String day,
    String proxy,
    String kind,
    long channelId,
    long attempts,
    long failures,
    long tokens,
    long micros,
    long latency) {}
