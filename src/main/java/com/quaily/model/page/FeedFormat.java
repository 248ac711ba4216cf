package com.quaily.model.page;

/** The feed formats of every channel. */
public enum FeedFormat {
  ATOM("atom", "atom.xml", "application/atom+xml; charset=utf-8"),
  RSS("rss", "rss.xml", "application/rss+xml; charset=utf-8"),
  JSON("json", "feed.json", "application/feed+json; charset=utf-8");

  private final String path;
  private final String fileName;
  private final String contentType;

  FeedFormat(String path, String fileName, String contentType) {
    this.path = path;
    this.fileName = fileName;
    this.contentType = contentType;
  }

  /** The last segment of its URL. */
  public String path() {
    return path;
  }

  /** The last segment of its storage key. */
  public String fileName() {
    return fileName;
  }

  public String contentType() {
    return contentType;
  }
}
