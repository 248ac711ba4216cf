package com.quaily.page.publishing;

/** The media types of what is published. */
final class ContentTypes {

  static final String HTML = "text/html; charset=utf-8";
  static final String XML = "application/xml; charset=utf-8";
  static final String JSON = "application/json; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  private ContentTypes() {}
}
