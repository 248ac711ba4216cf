package com.quaily.dao;

/**
 * How to reach PostgreSQL.
 *
 * @param url JDBC URL
 * @param poolSize connections held at the most by this instance
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
  }
}
