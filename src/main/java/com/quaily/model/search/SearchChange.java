package com.quaily.model.search;

/**
 * A change that the search index does not yet contain.
 *
 * @param postId 0 = the channel itself
 */
public record SearchChange(long channelId, long postId) {}
