package com.quaily.database;

import java.util.regex.Pattern;

/**
 * How to connect to PostgreSQL.
 *
 * @param url JDBC URL
 * @param poolSize connections held by this instance at most
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {

  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&][^=&]*(?:password|secret|sslkey|passphrase)[^=&]*=)[^&]*");

  private static final Pattern USER_INFO = Pattern.compile("//[^/?]*@");

  /** The same database with another number of connections. */
  public DatabaseSettings withPoolSize(int connections) {
    return new DatabaseSettings(url, user, password, connections);
  }

  /** Omits the password, also where the URL contains one. */
  @Override
  public String toString() {
    String shown = SECRET.matcher(USER_INFO.matcher(url).replaceFirst("//…@")).replaceAll("$1…");
    return "DatabaseSettings[url=" + shown + ", user=" + user + ", poolSize=" + poolSize + "]";
  }
}
