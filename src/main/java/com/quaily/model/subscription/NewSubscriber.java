package com.quaily.model.subscription;

/**
 * Somebody whom a channel's owner brings along.
 *
 * @param email normalized
 * @param name how they are called until they say otherwise
 */
public record NewSubscriber(String email, String name) {}
