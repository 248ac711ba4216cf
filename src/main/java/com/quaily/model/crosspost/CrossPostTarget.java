package com.quaily.model.crosspost;

/**
 * A channel that gets translations of another channel's posts.
 *
 * @param listId the channel's id
 * @param language a language tag
 */
public record CrossPostTarget(long listId, String language) {}
