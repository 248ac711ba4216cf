package com.quaily.model.search;

/**
 * Something that the search index does not follow yet.
 *
 * @param postId 0 = the channel itself
 */
public record SearchChange(long channelId, long postId) {}
