package com.quaily.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, monitors and stops the server process of one home directory. */
final class PostgresServer {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
  private static final int START_ATTEMPTS = 5;
  private static final long LARGEST_LOG = 10L << 20;
  private static final int LOG_TAIL_LINES = 12;

  private final PostgresHome home;
  private final PostgresAccount account;
  private final boolean durable;

  PostgresServer(PostgresHome home, PostgresAccount account, boolean durable) {
    this.home = home;
    this.account = account;
    this.durable = durable;
  }

  static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * The port of a server that already runs on this cluster, for example after a crash of the
   * program.
   */
  Optional<Integer> runningPort() throws IOException {
    Optional<PostmasterFile> found = PostmasterFile.read(home.cluster());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!found.get().isRunning(home.cluster())) {
      // PostgreSQL would mistake another process with the same id for its own server.
      Files.deleteIfExists(PostmasterFile.path(home.cluster()));
      return Optional.empty();
    }
    return awaitReady(null);
  }

  /** Whether the server's process is alive. */
  boolean isRunning() throws IOException {
    return PostmasterFile.read(home.cluster())
        .filter(file -> file.isRunning(home.cluster()))
        .isPresent();
  }

  /** Starts the process, waits until it is ready, and returns its port. */
  int start(Path binaries) throws IOException {
    return start(binaries, this::choosePort);
  }

  /** Like {@link #start(Path)}, on this port only: connection pools know no other. */
  void startOn(int port, Path binaries) throws IOException {
    start(binaries, () -> port);
  }

  /** Chooses the port for an attempt to start. */
  private interface PortChoice {
    int port() throws IOException;
  }

  private int start(Path binaries, PortChoice choice) throws IOException {
    for (int attempt = 1; ; attempt++) {
      rotateLog();
      int port = choice.port();
      Process process = launch(binaries, port);
      if (awaitReady(process).isPresent()) {
        Files.writeString(home.portFile(), port + "\n");
        return port;
      }
      String said = logTail();
      if (attempt == START_ATTEMPTS || !isPassing(said)) {
        throw new IllegalStateException(
            "PostgreSQL did not start (account: %s). Its log, %s, ends with:%n%s"
                .formatted(account, home.serverLog(), said));
      }
      LOG.info("PostgreSQL did not start, retrying: {}", said);
      pause(Duration.ofMillis(500));
    }
  }

  /** The port was taken in the meantime, or processes of a killed server still run. */
  private static boolean isPassing(String said) {
    return said.contains("Address already in use")
        || said.contains("pre-existing shared memory block");
  }

  private Process launch(Path binaries, int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("bin/postgres").toString());
    command.add("-D");
    command.add(home.cluster().toString());
    for (String setting : settings(port)) {
      command.add("-c");
      command.add(setting);
    }
    ProcessBuilder builder = new ProcessBuilder(account.daemonCommand(command));
    SystemCommand.neutralEnvironment(builder);
    return builder
        .directory(home.directory().toFile())
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.serverLog().toFile()))
        .start();
  }

  private List<String> settings(int port) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=128MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] ",
                "jit=off",
                // Some containers and chroots have no usable /dev/shm; files work there.
                "dynamic_shared_memory_type="
                    + (account.canWrite(Path.of("/dev/shm")) ? "posix" : "mmap")));
    if (!durable) {
      settings.addAll(
          List.of(
              "fsync=off",
              "synchronous_commit=off",
              "full_page_writes=off",
              "wal_level=minimal",
              "max_wal_senders=0"));
    }
    return settings;
  }

  /** The port of the last start if it is free, otherwise any free port. */
  private int choosePort() throws IOException {
    try {
      int last = Integer.parseInt(Files.readString(home.portFile()).strip());
      if (isFree(last)) {
        return last;
      }
    } catch (NoSuchFileException | NumberFormatException e) {
      LOG.trace("No earlier port", e);
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      LOG.debug("Port {} is taken", port, e);
      return false;
    }
  }

  /** The port once the server is ready; empty if it has exited. */
  private Optional<Integer> awaitReady(Process process) throws IOException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<PostmasterFile> state = PostmasterFile.read(home.cluster());
      if (state.isPresent() && state.get().isReady() && state.get().isRunning(home.cluster())) {
        return Optional.of(state.get().port());
      }
      boolean alive =
          process != null
              ? process.isAlive()
              : state.isPresent() && state.get().isRunning(home.cluster());
      if (!alive) {
        return Optional.empty();
      }
      pause(Duration.ofMillis(10));
    }
    throw new IllegalStateException(
        "PostgreSQL was not ready after %s. Its log, %s, ends with:%n%s"
            .formatted(START_TIMEOUT, home.serverLog(), logTail()));
  }

  /** Checks the login and creates the program's database if it is missing. */
  void prepareDatabase(int port, String password) {
    String url = jdbcUrl(port, "postgres");
    try (Connection connection = DriverManager.getConnection(url, PostgresCluster.USER, password);
        Statement statement = connection.createStatement()) {
      boolean present;
      try (ResultSet found =
          statement.executeQuery(
              "SELECT 1 FROM pg_database WHERE datname = '" + PostgresCluster.DATABASE + "'")) {
        present = found.next();
      }
      if (!present) {
        statement.execute("CREATE DATABASE " + PostgresCluster.DATABASE);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL is running but rejects connections. Its log, %s, ends with:%n%s"
              .formatted(home.serverLog(), logTail()),
          e);
    }
  }

  /** A fast shutdown: closes sessions and writes all committed data to disk. */
  void stop(Duration timeout) throws IOException {
    Optional<PostmasterFile> running =
        PostmasterFile.read(home.cluster()).filter(file -> file.isRunning(home.cluster()));
    if (running.isEmpty()) {
      return;
    }
    signal("INT", running.get().pid());
    if (!awaitEnd(running.get(), timeout)) {
      LOG.warn("PostgreSQL did not stop within {}; forcing an immediate shutdown", timeout);
      signal("QUIT", running.get().pid());
      if (!awaitEnd(running.get(), timeout)) {
        throw new IllegalStateException(
            "PostgreSQL (process %d) does not stop".formatted(running.get().pid()));
      }
    }
    LOG.info("PostgreSQL stopped");
  }

  private boolean awaitEnd(PostmasterFile server, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (server.isRunning(home.cluster())) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(Duration.ofMillis(10));
    }
    return true;
  }

  private static void signal(String name, long pid) {
    SystemCommand.run(List.of("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(pid)))
        .orThrow("PostgreSQL could not be signaled");
  }

  private void rotateLog() throws IOException {
    Path log = home.serverLog();
    if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
      Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String logTail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(home.serverLog()), StandardCharsets.UTF_8).lines().toList();
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(not readable: " + e + ")";
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for PostgreSQL", e);
    }
  }
}
