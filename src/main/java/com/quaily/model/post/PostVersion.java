package com.quaily.model.post;

/**
 * A state of a post.
 *
 * @param version another one after every change of whatever kind
 */
public record PostVersion(long id, long version) {}
