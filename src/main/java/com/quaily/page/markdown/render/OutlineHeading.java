package com.quaily.page.markdown.render;

/**
 * A heading of the text.
 *
 * @param level 1 to 6
 * @param text without markup
 * @param id the id of its element, unique in the text
 */
public record OutlineHeading(int level, String text, String id) {}
