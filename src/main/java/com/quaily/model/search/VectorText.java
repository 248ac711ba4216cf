package com.quaily.model.search;

/**
 * The public text of a published post, for a model that turns it into a vector.
 *
 * @param forbidden whether the channel's texts may not go to a provider
 */
public record VectorText(
    long postId, long channelId, String title, String summary, String content, boolean forbidden) {}
