package com.quaily.page.markdown;

/**
 * A heading of an article, as its table of contents lists it.
 *
 * @param level 1 to 6
 * @param text plain text
 * @param id the anchor, without {@code #}
 */
public record OutlineHeading(int level, String text, String id) {}
