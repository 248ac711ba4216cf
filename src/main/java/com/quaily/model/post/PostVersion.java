package com.quaily.model.post;

/**
 * A version of a post.
 *
 * @param version changes with every change of the post
 */
public record PostVersion(long id, long version) {}
