package com.quaily.model.search;

/**
 * How close a post is to a text.
 *
 * @param score cosine of their vectors
 */
public record Closeness(long postId, double score) {}
