package com.quaily.model.post;

/** A renamed tag. */
public record TagRedirect(String oldTag, String tag) {}
