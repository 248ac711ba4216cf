package com.quaily.model.post;

/** A tag of a channel and its number of published posts. */
public record TagCount(String tag, long posts) {}
