package com.quaily.model.subscription;

/**
 * A subscriber that a channel's owner imports.
 *
 * @param email normalized
 * @param name used until they choose another one
 */
public record NewSubscriber(String email, String name) {}
