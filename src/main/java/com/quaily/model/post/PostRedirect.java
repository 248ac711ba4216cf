package com.quaily.model.post;

/** The redirect of a renamed post. */
public record PostRedirect(String oldSlug, String slug) {}
