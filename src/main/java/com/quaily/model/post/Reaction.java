package com.quaily.model.post;

/** The sign that somebody put to a post. */
public record Reaction(long postId, long userId, int codepoint) {}
