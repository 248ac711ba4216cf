package com.quaily.model;

/**
 * The public name and URL of this installation.
 *
 * @param name the site's name, for example {@code Quaily}
 * @param baseUrl scheme, host and port without a trailing slash, for example {@code
 *     https://quaily.example}
 */
public record Site(String name, String baseUrl) {

  /** The absolute URL of a root-relative path. */
  public String url(String path) {
    return baseUrl + path;
  }
}
