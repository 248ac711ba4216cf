package com.quaily.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  private static final EmbeddedPostgres.Options OPTIONS =
      new EmbeddedPostgres.Options(false, false, Optional.of(TestDatabase.BINARY_CACHE));

  private static final EmbeddedPostgres.Options DURABLE =
      new EmbeddedPostgres.Options(true, false, Optional.of(TestDatabase.BINARY_CACHE));

  @TempDir Path data;

  /** The files may lie elsewhere when the temporary directory is closed to other accounts. */
  @AfterEach
  void removeWhatLiesOutside() throws IOException {
    Path location = data.resolve("postgres.location");
    if (Files.exists(location)) {
      PostgresBinaries.deleteTree(Path.of(Files.readString(location).strip()));
    }
  }

  @Test
  void keepsDataBetweenStarts() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(data, OPTIONS)) {
      execute(first, "CREATE TABLE letter (text text)");
      execute(first, "INSERT INTO letter VALUES ('手紙')");
    }
    try (EmbeddedPostgres second = EmbeddedPostgres.start(data, OPTIONS)) {
      assertEquals("手紙", query(second, "SELECT text FROM letter"));
      assertEquals("UTF8", query(second, "SHOW server_encoding"));
    }
  }

  @Test
  void isDurableByDefault() throws Exception {
    try (EmbeddedPostgres underTest = EmbeddedPostgres.start(data, DURABLE)) {
      assertEquals("on", query(underTest, "SHOW fsync"));
      assertEquals("on", query(underTest, "SHOW synchronous_commit"));
      assertEquals("on", query(underTest, "SHOW full_page_writes"));
    }
  }

  @Test
  void neverRunsAsRoot() throws Exception {
    try (EmbeddedPostgres underTest = EmbeddedPostgres.start(data, OPTIONS)) {
      int owner =
          (int) Files.getAttribute(Path.of("/proc", Long.toString(pid(underTest))), "unix:uid");
      assertNotEquals(0, owner);
    }
  }

  @Test
  void listensOnLoopbackOnlyAndRequiresThePassword() throws Exception {
    try (EmbeddedPostgres underTest = EmbeddedPostgres.start(data, OPTIONS)) {
      assertEquals("127.0.0.1", query(underTest, "SHOW listen_addresses"));
      assertEquals("", query(underTest, "SHOW unix_socket_directories"));
      assertThrows(
          SQLException.class,
          () ->
              DriverManager.getConnection(underTest.jdbcUrl(), underTest.user(), "wrong").close());
    }
    Path passwordFile = home().passwordFile();
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile)));
  }

  @Test
  void stopsTheServerWhenClosed() throws Exception {
    EmbeddedPostgres underTest = EmbeddedPostgres.start(data, OPTIONS);
    PostmasterFile running = PostmasterFile.read(home().cluster()).orElseThrow();
    assertTrue(running.isRunning(home().cluster()));
    underTest.close();
    underTest.close();
    assertFalse(running.isRunning(home().cluster()));
  }

  @Test
  void recoversFromAKilledServer() throws Exception {
    EmbeddedPostgres killed = EmbeddedPostgres.start(data, DURABLE);
    execute(killed, "CREATE TABLE letter AS SELECT 'kept' AS text");
    ProcessHandle server = ProcessHandle.of(pid(killed)).orElseThrow();
    server.destroyForcibly();
    server.onExit().get(2, TimeUnit.MINUTES);
    killed.close();
    try (EmbeddedPostgres underTest = EmbeddedPostgres.start(data, OPTIONS)) {
      assertEquals("kept", query(underTest, "SELECT text FROM letter"));
    }
  }

  @Test
  void aServerThatEndsRunsAgainOnItsPortByItself() throws Exception {
    try (EmbeddedPostgres underTest = EmbeddedPostgres.start(data, DURABLE)) {
      execute(underTest, "CREATE TABLE letter AS SELECT 'kept' AS text");
      for (int time = 0; time < 2; time++) {
        ProcessHandle server = ProcessHandle.of(pid(underTest)).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(2, TimeUnit.MINUTES);
        assertEquals("kept", awaitAnswer(underTest, "SELECT text FROM letter"));
      }
    }
    Optional<PostmasterFile> left = PostmasterFile.read(home().cluster());
    assertFalse(left.isPresent() && left.get().isRunning(home().cluster()), "closed for good");
  }

  private static String awaitAnswer(EmbeddedPostgres server, String sql) throws Exception {
    long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (true) {
      try {
        return query(server, sql);
      } catch (SQLException e) {
        if (System.nanoTime() > limit) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  @Test
  void takesOverTheServerOfAKilledProgram() throws Exception {
    assertEquals(DyingProgram.EXIT_CODE, run(DyingProgram.class));
    PostmasterFile left = PostmasterFile.read(home().cluster()).orElseThrow();
    assertTrue(left.isRunning(home().cluster()));
    try (EmbeddedPostgres underTest = EmbeddedPostgres.start(data, OPTIONS)) {
      assertEquals(left.pid(), pid(underTest));
      assertEquals("kept", query(underTest, "SELECT text FROM letter"));
    }
    assertFalse(left.isRunning(home().cluster()));
  }

  @Test
  void keepsTheServerRunningForOtherPrograms() throws Exception {
    try (EmbeddedPostgres underTest = EmbeddedPostgres.start(data, OPTIONS)) {
      assertEquals(0, run(BriefProgram.class));
      assertEquals("brief", query(underTest, "SELECT text FROM letter"));
    }
  }

  @Test
  void refusesToStartTwiceInOneProgram() throws Exception {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(data, OPTIONS)) {
      assertThrows(
          IllegalStateException.class, () -> EmbeddedPostgres.start(data, OPTIONS).close());
      assertEquals("1", query(first, "SELECT 1"));
    }
  }

  @Test
  void ignoresAStaleProcessFile() throws Exception {
    EmbeddedPostgres.start(data, OPTIONS).close();
    String notAServer = Long.toString(ProcessHandle.current().pid());
    Files.writeString(
        PostmasterFile.path(home().cluster()),
        notAServer + "\n" + home().cluster() + "\n1\n5432\n\n127.0.0.1\n\nready\n");
    try (EmbeddedPostgres underTest = EmbeddedPostgres.start(data, OPTIONS)) {
      assertEquals("1", query(underTest, "SELECT 1"));
    }
  }

  @Test
  void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
    EmbeddedPostgres first = EmbeddedPostgres.start(data, OPTIONS);
    int port = portOf(first);
    first.close();
    try (ServerSocket squatter = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
        EmbeddedPostgres underTest = EmbeddedPostgres.start(data, OPTIONS)) {
      assertNotEquals(squatter.getLocalPort(), portOf(underTest));
      assertEquals("1", query(underTest, "SELECT 1"));
    }
  }

  @Test
  void showsTheServersLogWhenItDoesNotStart() throws Exception {
    EmbeddedPostgres.start(data, OPTIONS).close();
    Files.writeString(home().cluster().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> EmbeddedPostgres.start(data, OPTIONS).close());
    assertTrue(refused.getMessage().contains("no_such_setting"), refused.getMessage());
  }

  @Test
  void reportsAMissingDatabase() throws Exception {
    Files.writeString(data.resolve("postgres.location"), data.resolve("gone") + "\n");
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> EmbeddedPostgres.start(data, OPTIONS).close());
    assertTrue(refused.getMessage().contains("gone"), refused.getMessage());
    Files.delete(data.resolve("postgres.location"));
  }

  /** A program that starts the server and ends without any goodbye, as if killed. */
  static final class DyingProgram {
    static final int EXIT_CODE = 137;

    private DyingProgram() {}

    public static void main(String[] arguments) throws SQLException {
      EmbeddedPostgres started = EmbeddedPostgres.start(Path.of(arguments[0]), DURABLE);
      execute(started, "CREATE TABLE letter AS SELECT 'kept' AS text");
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }

  /** A program that joins the server, writes something, and takes its leave. */
  static final class BriefProgram {
    private BriefProgram() {}

    public static void main(String[] arguments) throws SQLException {
      try (EmbeddedPostgres joined = EmbeddedPostgres.start(Path.of(arguments[0]), DURABLE)) {
        execute(joined, "CREATE TABLE letter AS SELECT 'brief' AS text");
      }
    }
  }

  private int run(Class<?> program) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(java, "-cp", classPath, program.getName(), data.toString())
        .redirectErrorStream(true)
        .redirectOutput(new File("/dev/null"))
        .start()
        .waitFor();
  }

  private PostgresHome home() throws IOException {
    return PostgresHome.open(data, "postgres", PostgresAccount.forThisProcess());
  }

  private long pid(EmbeddedPostgres server) throws IOException {
    PostmasterFile file = PostmasterFile.read(home().cluster()).orElseThrow();
    assertEquals(portOf(server), file.port());
    return file.pid();
  }

  private static int portOf(EmbeddedPostgres server) {
    return URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertTrue(result.next());
      return result.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }
}
