package com.quaily.service.account;

import java.net.URI;
import java.time.Duration;

/**
 * How people log in with their Google account.
 *
 * @param timeout for each exchange
 */
public record GoogleSettings(
    String clientId,
    String clientSecret,
    URI authorizationUrl,
    URI tokenUrl,
    URI userInfoUrl,
    Duration timeout) {

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "GoogleSettings[clientId=" + clientId + ", tokenUrl=" + tokenUrl + "]";
  }
}
