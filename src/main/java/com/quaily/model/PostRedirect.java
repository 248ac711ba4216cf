package com.quaily.model;

/** Where the page of a renamed post went. */
public record PostRedirect(String oldSlug, String slug) {}
