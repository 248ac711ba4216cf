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
 * The PostgreSQL server that comes with the program, for those who have not set up one of their
 * own. The first start unpacks the binaries and makes an empty database; later ones only start the
 * server, and several programs that name the same data directory share one server: the last of them
 * to close stops it. A server left behind by a killed program is taken over.
 *
 * <p>It listens on 127.0.0.1 alone, at a port that it keeps between starts, and wants the password
 * that was drawn when the database was made. When the program runs as root the server runs under an
 * unprivileged account, because PostgreSQL refuses root; see {@link PostgresAccount}.
 *
 * <p>Safe for use by many threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

  private final PostgresHome home;
  private final PostgresServer server;
  private final String password;
  private final int port;
  private final Optional<Thread> stopWithJvm;
  private PostgresSharing.Share share;

  private EmbeddedPostgres(
      PostgresHome home,
      PostgresServer server,
      String password,
      int port,
      PostgresSharing.Share share,
      boolean stopWithJvm) {
    this.home = home;
    this.server = server;
    this.password = password;
    this.port = port;
    this.share = share;
    this.stopWithJvm =
        stopWithJvm ? Optional.of(new Thread(this::stop, "stop-postgres")) : Optional.empty();
  }

  /**
   * How the server is to run.
   *
   * @param durable false gives up safety against a crash of the machine for speed: tests only
   * @param stopWithJvm whether a shutdown hook closes this; false when the caller closes it in the
   *     right order itself
   * @param binaryCache where the unpacked binaries are kept, for several data directories to share;
   *     beside the data when empty
   */
  public record Options(boolean durable, boolean stopWithJvm, Optional<Path> binaryCache) {
    /** Durable, stopped with the program, everything below the data directory. */
    public static Options standard() {
      return new Options(true, true, Optional.empty());
    }
  }

  /** Starts with {@link Options#standard()}. */
  public static EmbeddedPostgres start(Path dataDirectory) {
    return start(dataDirectory, Options.standard());
  }

  /**
   * Starts the server, or joins the one that runs already for this directory, and returns when it
   * takes connections.
   *
   * @param dataDirectory made when it does not exist; the server's files go into {@code postgres/}
   *     below it, or where {@code postgres.location} there says
   * @throws IllegalStateException with what to do about it, when the server does not start
   * @throws UncheckedIOException when the directory cannot be written
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
    Optional<Integer> running = server.runningPort();
    int port;
    if (running.isPresent()) {
      port = running.get();
    } else {
      Path binaries = PostgresBinaries.unpackInto(binaryCache(home, account, options));
      PostgresCluster.createIfAbsent(home, account, binaries, options.durable());
      port = server.start(binaries);
    }
    EmbeddedPostgres started = joinRunning(home, server, port, options.stopWithJvm(), turn);
    LOG.info(
        "PostgreSQL {} on 127.0.0.1:{}, files in {}",
        running.isPresent() ? "is already running" : "started",
        port,
        home.directory());
    return started;
  }

  private static EmbeddedPostgres joinRunning(
      PostgresHome home,
      PostgresServer server,
      int port,
      boolean stopWithJvm,
      PostgresSharing.Turn turn)
      throws IOException {
    String password = PostgresCluster.readPassword(home);
    server.prepareDatabase(port, password);
    EmbeddedPostgres started =
        new EmbeddedPostgres(home, server, password, port, turn.join(), stopWithJvm);
    started.stopWithJvm.ifPresent(Runtime.getRuntime()::addShutdownHook);
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

  /** Where the program's database is, without user and password. */
  public String jdbcUrl() {
    return PostgresServer.jdbcUrl(port, PostgresCluster.DATABASE);
  }

  /** The one account of this server; it may create databases. */
  public String user() {
    return PostgresCluster.USER;
  }

  public String password() {
    return password;
  }

  /** Where the server's own log is, for an operator's look. */
  public Path serverLog() {
    return home.serverLog();
  }

  /**
   * Leaves the server and stops it when nobody else uses it: sessions are cut off, transactions
   * under way rolled back, everything committed is kept. Closing twice does nothing.
   */
  @Override
  public void close() {
    stopWithJvm.ifPresent(EmbeddedPostgres::removeHook);
    stop();
  }

  private synchronized void stop() {
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
   * From now on the end of the JVM alone does not stop the server, only {@link #close} does: for an
   * owner that ends in an order of its own, in which others still need the database.
   */
  public void stopOnlyOnClose() {
    stopWithJvm.ifPresent(EmbeddedPostgres::removeHook);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already: the hook runs or has run, and finds nothing left to do.
      LOG.trace("Shutdown in progress", e);
    }
  }
}
