package com.quaily.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory with all files of one embedded server.
 *
 * <p>It is in the data directory if the server's account can access that. If not, as in {@code
 * /root}, the files go to {@code /var/lib/quaily}, and the file {@code postgres.location} in the
 * data directory contains the path.
 */
record PostgresHome(Path directory) {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresHome.class);
  private static final Path ELSEWHERE = Path.of("/var/lib/quaily");

  /**
   * Finds or creates the directory {@code name} in {@code parent}, or its substitute.
   *
   * @throws IllegalStateException when the recorded directory is missing: an empty database would
   *     look like lost data
   */
  static PostgresHome open(Path parent, String name, PostgresAccount account) throws IOException {
    Files.createDirectories(parent);
    Path location = parent.resolve(name + ".location");
    if (Files.exists(location)) {
      return new PostgresHome(recorded(location));
    }
    Path directory = parent.resolve(name);
    boolean absent = Files.notExists(directory);
    makeReachable(directory);
    if (account.canEnter(directory)) {
      return new PostgresHome(directory);
    }
    if (absent) {
      Files.delete(directory);
    }
    return new PostgresHome(moveElsewhere(location, directory));
  }

  private static Path recorded(Path location) throws IOException {
    Path place = Path.of(Files.readString(location).strip());
    if (!Files.isDirectory(place)) {
      throw new IllegalStateException(
          ("%s names %s, which does not exist. Restore that directory (it contains the database),"
                  + " or remove the file to start with an empty database.")
              .formatted(location, place));
    }
    return place;
  }

  private static Path moveElsewhere(Path location, Path directory) throws IOException {
    if (Files.exists(directory.resolve("cluster"))) {
      throw new IllegalStateException(
          ("The database in %s is not accessible to the account that PostgreSQL uses when the"
                  + " program runs as root. Grant access (chmod o+x on every parent directory), or"
                  + " choose another data directory.")
              .formatted(directory));
    }
    Path place =
        ELSEWHERE.resolve(
            directory.getParent().getFileName()
                + "-"
                + UUID.randomUUID().toString().substring(0, 8));
    makeReachable(ELSEWHERE);
    makeReachable(place);
    Files.writeString(place.resolve("belongs-to"), directory + System.lineSeparator());
    Files.writeString(location, place + System.lineSeparator());
    LOG.info(
        "{} is not accessible to other accounts; PostgreSQL stores its files in {}",
        directory,
        place);
    return place;
  }

  private static void makeReachable(Path directory) throws IOException {
    boolean absent = Files.notExists(directory);
    Files.createDirectories(directory);
    if (absent) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** PostgreSQL's own directory. */
  Path cluster() {
    return directory.resolve("cluster");
  }

  /** The password in plain text, readable only by the program's account. */
  Path passwordFile() {
    return directory.resolve("password");
  }

  /** The port of the last start. */
  Path portFile() {
    return directory.resolve("port");
  }

  Path serverLog() {
    return directory.resolve("server.log");
  }
}
