package com.quaily.model.search;

/**
 * The vector of a post.
 *
 * @param vector of length 1: float32, little-endian
 */
public record PostVector(long postId, byte[] vector) {}
