package com.quaily.model.oauth;

import java.time.Duration;

/**
 * An application to register.
 *
 * @param userId the user who registers it
 * @param url its home page; empty when none
 * @param trusted whether it may request every scope
 * @param confidential whether it gets a client secret
 * @param accessValidity how long an access token is valid, in seconds
 * @param refreshValidity how long a refresh token is valid, in seconds
 */
public record NewOAuthApp(
    long userId,
    String name,
    String displayName,
    String redirectUri,
    String url,
    boolean trusted,
    boolean confidential,
    int accessValidity,
    int refreshValidity) {

  /** With access tokens for an hour and refresh tokens for 90 days. */
  public NewOAuthApp(
      long userId,
      String name,
      String displayName,
      String redirectUri,
      String url,
      boolean trusted,
      boolean confidential) {
    this(
        userId,
        name,
        displayName,
        redirectUri,
        url,
        trusted,
        confidential,
        (int) Duration.ofHours(1).toSeconds(),
        (int) Duration.ofDays(90).toSeconds());
  }
}
