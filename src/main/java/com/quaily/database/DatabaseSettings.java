package com.quaily.database;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How to connect to PostgreSQL.
 *
 * @param url JDBC URL; can lead to a pooler such as PgBouncer that lends connections for a
 *     transaction
 * @param directUrl JDBC URL past the pooler, for what needs a connection of its own: notifications,
 *     migrations, locks of a session
 * @param readUrl JDBC URL of a replica for what anonymous readers ask; empty = none
 * @param poolSize connections held by this instance at most
 */
public record DatabaseSettings(
    String url,
    String directUrl,
    Optional<String> readUrl,
    String user,
    String password,
    int poolSize) {

  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&][^=&]*(?:password|secret|sslkey|passphrase)[^=&]*=)[^&]*");

  private static final Pattern USER_INFO = Pattern.compile("//[^/?]*@");

  /** Without a pooler in between. */
  public DatabaseSettings(String url, String user, String password, int poolSize) {
    this(url, url, Optional.empty(), user, password, poolSize);
  }

  /** The same database past the pooler. */
  DatabaseSettings direct() {
    return new DatabaseSettings(directUrl, user, password, poolSize);
  }

  /** The replica that may answer reading statements. */
  Optional<DatabaseSettings> replica() {
    return readUrl.map(replica -> new DatabaseSettings(replica, user, password, poolSize));
  }

  boolean isPooled() {
    return !url.equals(directUrl);
  }

  /** The same database with another number of connections. */
  public DatabaseSettings withPoolSize(int connections) {
    return new DatabaseSettings(url, directUrl, readUrl, user, password, connections);
  }

  /** Omits the password, also where the URL contains one. */
  @Override
  public String toString() {
    String direct = isPooled() ? ", directUrl=" + shown(directUrl) : "";
    String read = readUrl.map(replica -> ", readUrl=" + shown(replica)).orElse("");
    return "DatabaseSettings[url="
        + shown(url)
        + direct
        + read
        + ", user="
        + user
        + ", poolSize="
        + poolSize
        + "]";
  }

  private static String shown(String url) {
    return SECRET.matcher(USER_INFO.matcher(url).replaceFirst("//…@")).replaceAll("$1…");
  }
}
