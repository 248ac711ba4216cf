package com.quaily.model.ai;

/**
 * What attempts have used together.
 *
 * @param by what they have in common: day, kind, channel or proxy
 * @param name a day such as 2026-11-30 in UTC, a kind, a channel's slug, a proxy; empty = of no
 *     channel
 * @param attempts calls of proxies
 * @param failures those that did not complete
 * @param micros in millionths of the operator's currency
 * @param latency mean of the completed ones, in milliseconds
 */
public record UsageSum(
    String by, String name, long attempts, long failures, long tokens, long micros, long latency) {}
