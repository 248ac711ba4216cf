package com.quaily.model.post;

/**
 * A heading of a text.
 *
 * @param level 1 to 6
 * @param id its fragment id
 */
public record OutlineEntry(int level, String text, String id) {}
