package com.quaily.model.post;

/** A tag of a channel and its number of posts. */
public record TagCount(String tag, long posts) {}
