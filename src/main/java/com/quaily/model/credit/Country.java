package com.quaily.model.credit;

/**
 * A country or territory of ISO 3166.
 *
 * @param currency the code of its currency; empty when it has none of its own
 */
public record Country(String alpha2, String alpha3, String name, String emoji, String currency) {}
