package com.quaily.service.media;

import java.net.URI;
import java.time.Duration;

/**
 * How writers look for photos at Unsplash.
 *
 * @param accessKey of an application that is registered there
 * @param apiUrl scheme and host of their API; nothing is asked of any other server
 * @param timeout for each exchange
 */
public record UnsplashSettings(String accessKey, URI apiUrl, Duration timeout) {

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "UnsplashSettings[apiUrl=" + apiUrl + ", timeout=" + timeout + "]";
  }
}
