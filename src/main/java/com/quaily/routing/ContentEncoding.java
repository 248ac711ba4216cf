package com.quaily.routing;

/** The forms in which a page's bytes are kept and sent. */
enum ContentEncoding {
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
  String token() {
    return token;
  }

  /** What makes this form's ETag differ from those of the others. */
  String tagSuffix() {
    return tagSuffix;
  }
}
