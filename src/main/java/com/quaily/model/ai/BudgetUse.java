package com.quaily.model.ai;

/**
 * What a scope has used and reserved in a period.
 *
 * @param scope site, key:ID or channel:ID
 * @param period a day such as 2026-11-30 or a month such as 2026-11, in UTC
 */
public record BudgetUse(String scope, String period, long tokens, long micros) {}
