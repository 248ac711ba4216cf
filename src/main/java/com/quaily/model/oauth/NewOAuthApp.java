package com.quaily.model.oauth;

/**
 * An application to register.
 *
 * @param userId the user who registers it
 * @param url its home page; empty when none
 * @param trusted whether it may request every scope
 * @param confidential whether it gets a client secret
 */
public record NewOAuthApp(
    long userId,
    String name,
    String displayName,
    String redirectUri,
    String url,
    boolean trusted,
    boolean confidential) {}
