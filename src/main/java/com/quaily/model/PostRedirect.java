package com.quaily.model;

/** A slug that a post once had, and the one it has now. */
public record PostRedirect(String oldSlug, String slug) {}
