package com.quaily.database;

/**
 * How to connect to PostgreSQL.
 *
 * @param url JDBC URL
 * @param poolSize connections held by this instance at most
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {

  /** The same database with another number of connections. */
  public DatabaseSettings withPoolSize(int connections) {
    return new DatabaseSettings(url, user, password, connections);
  }

  /** Omits the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
  }
}
