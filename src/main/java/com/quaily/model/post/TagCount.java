package com.quaily.model.post;

/** A tag of a channel and how many published posts carry it. */
public record TagCount(String tag, long posts) {}
