package com.quaily.routing.http;

/** The forms in which a page's bytes are kept and sent. */
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

  /** What makes this form's ETag differ from those of the others. */
  String tagSuffix() {
    return tagSuffix;
  }
}
