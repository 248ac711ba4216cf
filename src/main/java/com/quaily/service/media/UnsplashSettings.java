package com.quaily.service.media;

import java.net.URI;
import java.time.Duration;

/**
 * Settings for Unsplash.
 *
 * @param accessKey of a registered application
 * @param apiUrl scheme and host of the API; the only server that is contacted
 * @param timeout for each request
 */
public record UnsplashSettings(String accessKey, URI apiUrl, Duration timeout) {

  /** Omits the key. */
  @Override
  public String toString() {
    return "UnsplashSettings[apiUrl=" + apiUrl + ", timeout=" + timeout + "]";
  }
}
