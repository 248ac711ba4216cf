package com.quaily.model.credit;

/**
 * A currency of ISO 4217.
 *
 * @param numericCode three digits
 * @param decimals number of decimal places
 */
public record CurrencyInfo(
    String code, String name, String symbol, String numericCode, int decimals) {}
