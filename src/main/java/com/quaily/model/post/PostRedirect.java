package com.quaily.model.post;

/** Where the page of a renamed post went. */
public record PostRedirect(String oldSlug, String slug) {}
