package com.quaily.service.crosspost;

/**
 * A post that waits for its translation.
 *
 * @param run see {@link com.quaily.model.crosspost.CrossPost}
 * @param userId who asked for it
 */
public record CrossPostOrder(long crossPostId, int run, long userId) {}
