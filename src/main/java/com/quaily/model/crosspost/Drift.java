package com.quaily.model.crosspost;

/**
 * A translation whose original has changed since.
 *
 * @param postId the translation
 * @param sourceId the original
 * @param sourceListId the original's channel
 * @param sourceList its slug
 * @param sourceTitle the title of the original
 */
public record Drift(
    long postId, long sourceId, long sourceListId, String sourceList, String sourceTitle) {}
