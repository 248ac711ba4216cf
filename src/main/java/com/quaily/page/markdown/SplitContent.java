package com.quaily.page.markdown;

/**
 * A source divided at its paywall line.
 *
 * @param free what everybody may read; the whole source when there is no paywall line
 * @param paid what is behind the line; empty when there is none
 */
public record SplitContent(String free, String paid) {}
