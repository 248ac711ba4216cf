package com.quaily.service.account;

import java.net.URI;
import java.time.Duration;

/**
 * Settings for Google login.
 *
 * @param timeout for each request
 */
public record GoogleSettings(
    String clientId,
    String clientSecret,
    URI authorizationUrl,
    URI tokenUrl,
    URI userInfoUrl,
    Duration timeout) {

  /** Omits the secret. */
  @Override
  public String toString() {
    return "GoogleSettings[clientId=" + clientId + ", tokenUrl=" + tokenUrl + "]";
  }
}
