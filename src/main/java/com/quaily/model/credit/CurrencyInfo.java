package com.quaily.model.credit;

/**
 * A currency of ISO 4217.
 *
 * @param numericCode three digits
 * @param decimals digits behind the point
 */
public record CurrencyInfo(
    String code, String name, String symbol, String numericCode, int decimals) {}
