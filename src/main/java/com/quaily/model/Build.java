package com.quaily.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this program was built from. The build writes it to {@code build.properties}. Two builds of
 * one commit are the same, so the time is that of the commit.
 *
 * @param version the nearest tag with what follows it, or the version in the pom when there is none
 * @param commit the abbreviated hash; "unknown" when the sources were no checkout
 * @param time of the commit, ISO 8601; "unknown" when the sources were no checkout
 */
public record Build(String version, String commit, String time) {

  private static final String UNKNOWN = "unknown";

  private static final Build CURRENT = read();

  /** The running program's. */
  public static Build current() {
    return CURRENT;
  }

  private static Build read() {
    Properties written = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("/build.properties")) {
      if (in != null) {
        written.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("build.properties cannot be read", e);
    }
    return of(written);
  }

  static Build of(Properties written) {
    String commit = written.getProperty("git.commit.id.abbrev", UNKNOWN);
    String described = written.getProperty("git.commit.id.describe", "");
    // Without a tag, the description is only the hash.
    boolean named = !described.isEmpty() && !described.startsWith(commit);
    String version = named ? described : written.getProperty("git.build.version", UNKNOWN);
    return new Build(
        version.startsWith("v") ? version.substring(1) : version,
        commit,
        written.getProperty("git.commit.time", UNKNOWN));
  }
}
