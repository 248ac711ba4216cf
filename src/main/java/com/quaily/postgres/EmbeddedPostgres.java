package com.quaily.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL server, for installations without one of their own. The first start
 * unpacks the binaries and creates an empty database; later starts only start the server. Programs
 * that use the same data directory share one server; the last one to close stops it. A server left
 * by a killed program is reused. A server that ends unexpectedly is started again on the same port.
 *
 * <p>It listens only on 127.0.0.1, keeps its port between starts, and requires a random password
 * that was generated with the database. If the program runs as root, the server runs under an
 * unprivileged account, because PostgreSQL refuses to run as root; see {@link PostgresAccount}.
 *
 * <p>Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

  private final PostgresHome home;
  private final PostgresServer server;
  private final String password;
  private final int port;
  private final Optional<Thread> stopWithJvm;
  private final Binaries binaries;
  private final PostgresSupervisor supervisor = new PostgresSupervisor(new Supervised());

  /** Null after the stop. */
  private volatile PostgresSharing.Share share;

  private EmbeddedPostgres(
      PostgresHome home,
      PostgresServer server,
      Binaries binaries,
      int port,
      PostgresSharing.Share share,
      boolean stopWithJvm)
      throws IOException {
    this.home = home;
    this.server = server;
    this.binaries = binaries;
    this.password = PostgresCluster.readPassword(home);
    this.port = port;
    this.share = share;
    this.stopWithJvm =
        stopWithJvm ? Optional.of(new Thread(this::stop, "stop-postgres")) : Optional.empty();
  }

  /**
   * Server options.
   *
   * @param durable false trades crash safety for speed: tests only
   * @param stopWithJvm whether a shutdown hook closes the server; false if the caller closes it
   *     itself
   * @param binaryCache where unpacked binaries are stored, so that data directories can share them;
   *     beside the data when empty
   */
  public record Options(boolean durable, boolean stopWithJvm, Optional<Path> binaryCache) {
    /** Durable, stopped with the program, all files in the data directory. */
    public static Options standard() {
      return new Options(true, true, Optional.empty());
    }
  }

  /** Unpacks the server's programs unless that was done before. */
  private interface Binaries {
    Path unpack() throws IOException;
  }

  /** Starts with {@link Options#standard()}. */
  public static EmbeddedPostgres start(Path dataDirectory) {
    return start(dataDirectory, Options.standard());
  }

  /**
   * Starts the server, or uses the one that already runs for this directory, and returns when it
   * accepts connections.
   *
   * @param dataDirectory created when missing; the server's files are in {@code postgres/} below
   *     it, or at the path in its file {@code postgres.location}
   * @throws IllegalStateException when the server does not start; the message says how to fix it
   * @throws UncheckedIOException when the directory is not writable
   */
  public static EmbeddedPostgres start(Path dataDirectory, Options options) {
    try {
      PostgresAccount account = PostgresAccount.forThisProcess();
      PostgresHome home =
          PostgresHome.open(dataDirectory.toAbsolutePath().normalize(), "postgres", account);
      try (PostgresSharing.Turn turn = PostgresSharing.takeTurn(home)) {
        return startInTurn(home, account, options, turn);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The embedded PostgreSQL cannot use " + dataDirectory + ": " + e, e);
    }
  }

  private static EmbeddedPostgres startInTurn(
      PostgresHome home, PostgresAccount account, Options options, PostgresSharing.Turn turn)
      throws IOException {
    PostgresServer server = new PostgresServer(home, account, options.durable());
    Binaries binaries = () -> PostgresBinaries.unpackInto(binaryCache(home, account, options));
    Optional<Integer> running = server.runningPort();
    int port;
    if (running.isPresent()) {
      port = running.get();
    } else {
      Path unpacked = binaries.unpack();
      PostgresCluster.createIfAbsent(home, account, unpacked, options.durable());
      port = server.start(unpacked);
    }
    server.prepareDatabase(port, PostgresCluster.readPassword(home));
    EmbeddedPostgres started =
        new EmbeddedPostgres(home, server, binaries, port, turn.join(), options.stopWithJvm());
    started.stopWithJvm.ifPresent(Runtime.getRuntime()::addShutdownHook);
    started.supervisor.start();
    LOG.info(
        "PostgreSQL {} on 127.0.0.1:{}, files in {}",
        running.isPresent() ? "is already running" : "started",
        port,
        home.directory());
    return started;
  }

  private static Path binaryCache(PostgresHome home, PostgresAccount account, Options options)
      throws IOException {
    if (options.binaryCache().isEmpty()) {
      return home.directory();
    }
    Path cache = options.binaryCache().get().toAbsolutePath().normalize();
    Files.createDirectories(cache.getParent());
    return PostgresHome.open(cache.getParent(), cache.getFileName().toString(), account)
        .directory();
  }

  /** The JDBC URL of the program's database, without user and password. */
  public String jdbcUrl() {
    return PostgresServer.jdbcUrl(port, PostgresCluster.DATABASE);
  }

  /** The only account of this server; it can create databases. */
  public String user() {
    return PostgresCluster.USER;
  }

  public String password() {
    return password;
  }

  /** The path of the server's log. */
  public Path serverLog() {
    return home.serverLog();
  }

  /**
   * Releases the server and stops it if no other program uses it: sessions are closed, open
   * transactions rolled back, committed data is kept. Closing twice has no effect.
   */
  @Override
  public void close() {
    stopWithJvm.ifPresent(EmbeddedPostgres::removeHook);
    stop();
  }

  private synchronized void stop() {
    supervisor.close();
    if (share == null) {
      return;
    }
    try (PostgresSharing.Turn turn = PostgresSharing.takeTurn(home)) {
      boolean last = turn.leave(share);
      share = null;
      if (last) {
        server.stop(STOP_TIMEOUT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL in " + home.directory() + " did not stop", e);
    }
  }

  /**
   * From now on only {@link #close} stops the server, not the end of the JVM. For owners whose
   * shutdown still needs the database.
   */
  public void stopOnlyOnClose() {
    stopWithJvm.ifPresent(EmbeddedPostgres::removeHook);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already shutting down: the hook is running or has run.
      LOG.trace("Shutdown in progress", e);
    }
  }

  /** The server for its supervisor; no other program starts or stops it meanwhile. */
  private final class Supervised implements PostgresSupervisor.Server {

    @Override
    public boolean isRunning() throws IOException {
      return share == null || server.isRunning();
    }

    @Override
    public void startAgain() throws IOException {
      try (PostgresSharing.Turn turn = PostgresSharing.takeTurn(home)) {
        if (share != null && server.runningPort().isEmpty()) {
          server.startOn(port, binaries.unpack());
          LOG.info("PostgreSQL runs again on 127.0.0.1:{}", port);
        }
      }
    }
  }
}
