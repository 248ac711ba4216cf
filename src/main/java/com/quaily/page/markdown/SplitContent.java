package com.quaily.page.markdown;

/**
 * A source split at its paywall line.
 *
 * @param free the public part; the whole source when there is no paywall line
 * @param paid the part after the line; empty when there is none
 */
public record SplitContent(String free, String paid) {}
