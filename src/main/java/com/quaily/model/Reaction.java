package com.quaily.model;

/** The sign that somebody put to a post. */
public record Reaction(long postId, long userId, int codepoint) {}
