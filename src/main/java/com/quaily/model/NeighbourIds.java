package com.quaily.model;

/**
 * The published posts just before and just after one, by date.
 *
 * @param olderId null = it is the oldest
 * @param newerId null = it is the newest
 */
public record NeighbourIds(long postId, Long olderId, Long newerId) {}
