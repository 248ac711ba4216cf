package com.quaily.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the embedded server listens; {@code etc/jetty/server.conf} explains each value to operators.
 *
 * @param host the address to listen on, {@code 0.0.0.0} for all
 * @param port for plain HTTP; 0 takes any free one
 * @param behindProxy whether {@code X-Forwarded-*} and {@code Forwarded} are believed
 * @param tls empty when only plain HTTP is wanted
 */
public record ServerSettings(
    String host,
    int port,
    boolean behindProxy,
    Threads threads,
    Limits limits,
    Optional<Tls> tls,
    RequestLogTarget requestLog) {

  /** Plain HTTP with the standard threads and limits, no request log. */
  public static ServerSettings plain(String host, int port) {
    return new ServerSettings(
        host,
        port,
        false,
        Threads.standard(),
        Limits.standard(),
        Optional.empty(),
        RequestLogTarget.off());
  }

  /**
   * Threads of the server. Where the JVM has virtual threads, requests run on those and {@code
   * minimum} has no meaning.
   *
   * @param selectors threads that watch connections; 0 for one a core
   * @param minimum kept ready
   * @param maximum at work at the same time; more requests wait
   */
  public record Threads(int selectors, int minimum, int maximum) {
    public static Threads standard() {
      return new Threads(0, 8, 200);
    }
  }

  /**
   * Limits on what one client may take.
   *
   * @param idle a connection on which nothing happens is closed after this time
   * @param shutdown how long requests under way may go on once the server stops
   * @param requestBodyBytes the largest body that any request may have
   */
  public record Limits(Duration idle, Duration shutdown, long requestBodyBytes) {
    public static Limits standard() {
      return new Limits(Duration.ofSeconds(30), Duration.ofSeconds(20), 64L << 20);
    }
  }

  /**
   * HTTPS with HTTP/2.
   *
   * @param certificate the chain in PEM, the server's own certificate first
   * @param key its private key in PEM: PKCS #8, PKCS #1 (RSA) or SEC 1 (elliptic curve)
   */
  public record Tls(int port, Path certificate, Path key) {}

  /**
   * Where one line for each request goes.
   *
   * @param file when empty the lines go to the program's log, logger {@code com.quaily.requests}
   */
  public record RequestLogTarget(boolean enabled, Optional<Path> file) {
    public static RequestLogTarget off() {
      return new RequestLogTarget(false, Optional.empty());
    }

    public static RequestLogTarget toProgramLog() {
      return new RequestLogTarget(true, Optional.empty());
    }

    /** To a file; a new one begins each day (UTC), {@code yyyy_mm_dd} in the name is its date. */
    public static RequestLogTarget toFile(Path file) {
      return new RequestLogTarget(true, Optional.of(file));
    }
  }
}
