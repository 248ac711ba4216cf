package com.quaily.routing.http;

/** The encodings in which pages are stored and sent. */
public enum ContentEncoding {
  IDENTITY("", ""),
  GZIP("gzip", "-gz"),
  BROTLI("br", "-br");

  private final String token;
  private final String tagSuffix;

  ContentEncoding(String token, String tagSuffix) {
    this.token = token;
    this.tagSuffix = tagSuffix;
  }

  /** Its name in {@code Content-Encoding}; empty for identity. */
  public String token() {
    return token;
  }

  /** The ETag suffix that distinguishes this encoding from others. */
  String tagSuffix() {
    return tagSuffix;
  }
}
