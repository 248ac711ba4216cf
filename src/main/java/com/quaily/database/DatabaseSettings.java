package com.quaily.database;

/**
 * How to reach PostgreSQL.
 *
 * @param url JDBC URL
 * @param poolSize connections held at the most by this instance
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {

  /** The same database with another number of connections. */
  public DatabaseSettings withPoolSize(int connections) {
    return new DatabaseSettings(url, user, password, connections);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
  }
}
