package com.quaily.model.post;

/** A user's reaction to a post. */
public record Reaction(long postId, long userId, int codepoint) {}
