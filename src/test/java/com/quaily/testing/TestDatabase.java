package com.quaily.testing;

import com.quaily.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fresh databases for tests, on one server that all tests of this process share. The server is
 * started by the first test that asks and stopped when the process ends; it gives up durability for
 * speed.
 *
 * @param jdbcUrl where this database is
 * @param user an account that may do everything in it
 */
public record TestDatabase(String jdbcUrl, String user, String password) {

  /** Unpacked once, for all tests of all runs. */
  public static final Path BINARY_CACHE = Path.of("target", "postgres-binaries");

  private static final Path SERVERS = Path.of("target", "postgres-test");
  private static final Set<String> TEMPLATES = new HashSet<>();
  private static EmbeddedPostgres server;
  private static int count;

  /** Brings an empty database into the state that tests begin with. */
  @FunctionalInterface
  public interface Preparation {
    void prepare(TestDatabase database) throws Exception;
  }

  /** An empty database for one test. */
  public static synchronized TestDatabase createDatabase() {
    return create("template0");
  }

  /**
   * A database for one test, prepared as given. The preparation runs once for each name; further
   * calls copy its result, which takes some ten milliseconds.
   *
   * @param name lower-case letters and digits: what the preparation makes, for example {@code
   *     migrated}
   */
  public static synchronized TestDatabase createDatabase(String name, Preparation preparation) {
    String template = "template_" + name;
    if (!TEMPLATES.contains(template)) {
      execute("CREATE DATABASE " + template + " TEMPLATE template0");
      try {
        preparation.prepare(named(template));
      } catch (Exception e) {
        throw new IllegalStateException("The test database " + name + " cannot be prepared", e);
      }
      TEMPLATES.add(template);
    }
    return create(template);
  }

  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  private static TestDatabase create(String template) {
    String name = "test_" + ++count;
    // Connections of the preparation that a pool still holds would forbid the copy.
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(template));
    execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
    return named(name);
  }

  private static TestDatabase named(String name) {
    String url = server().jdbcUrl();
    return new TestDatabase(
        url.substring(0, url.lastIndexOf('/') + 1) + name, server().user(), server().password());
  }

  private static void execute(String sql) {
    EmbeddedPostgres running = server();
    try (Connection connection =
            DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        removeLeftOvers();
        Path directory = SERVERS.resolve(Long.toString(ProcessHandle.current().pid()));
        server =
            EmbeddedPostgres.start(
                directory, new EmbeddedPostgres.Options(false, false, Optional.of(BINARY_CACHE)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndRemove(server, directory)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }

  private static void stopAndRemove(EmbeddedPostgres stopped, Path directory) {
    stopped.close();
    try {
      remove(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Servers of test runs that were killed. */
  private static void removeLeftOvers() throws IOException {
    Files.createDirectories(SERVERS);
    List<Path> directories;
    try (Stream<Path> found = Files.list(SERVERS)) {
      directories = found.toList();
    }
    for (Path directory : directories) {
      long owner = Long.parseLong(directory.getFileName().toString());
      if (ProcessHandle.of(owner).isEmpty()) {
        stopLeftOver(directory);
        remove(directory);
      }
    }
  }

  /** Taken over in order to be stopped, should it still run. */
  private static void stopLeftOver(Path directory) throws IOException {
    try {
      EmbeddedPostgres.start(
              directory, new EmbeddedPostgres.Options(false, false, Optional.of(BINARY_CACHE)))
          .close();
    } catch (IllegalStateException e) {
      // Half of it was removed when the test run ended, so it cannot run.
    }
  }

  private static void remove(Path directory) throws IOException {
    Path location = directory.resolve("postgres.location");
    if (Files.exists(location)) {
      deleteTree(Path.of(Files.readString(location).strip()));
    }
    deleteTree(directory);
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
