package com.quaily.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the embedded server listens; {@code etc/jetty/server.conf} explains each value to operators.
 *
 * @param host the address to listen on, {@code 0.0.0.0} for all
 * @param port for plain HTTP; 0 takes any free one
 * @param trustedProxies addresses of proxies whose {@code X-Forwarded-For} and {@code
 *     X-Forwarded-Proto} headers are trusted
 * @param tls empty when only plain HTTP is wanted
 * @param cleartextHttp2 whether plain HTTP may be HTTP/2
 */
public record ServerSettings(
    String host,
    int port,
    Set<String> trustedProxies,
    Threads threads,
    Limits limits,
    Optional<Tls> tls,
    RequestLogTarget requestLog,
    CleartextHttp2Mode cleartextHttp2) {

  /** Plain HTTP with the standard threads and limits, no request log. */
  public static ServerSettings plain(String host, int port) {
    return new ServerSettings(
        host,
        port,
        Set.of(),
        Threads.standard(),
        Limits.standard(),
        Optional.empty(),
        RequestLogTarget.off(),
        CleartextHttp2Mode.OFF);
  }

  /** HTTP/2 without TLS. A client that can begin it may speak past a proxy in front. */
  public enum CleartextHttp2Mode {
    OFF,
    /** For clients that begin with it; a proxy for HTTP/1.1 does not let that through. */
    PRIOR_KNOWLEDGE,
    /** Also by an upgrade from HTTP/1.1, unless the request came through a proxy that says so. */
    UPGRADE
  }

  /**
   * Threads of the server. If the JVM has virtual threads, requests run on those and {@code
   * minimum} is ignored.
   *
   * @param selectors threads that monitor connections; 0 for one per core
   * @param minimum number of threads kept ready
   * @param maximum number of concurrent threads; further requests wait
   */
  public record Threads(int selectors, int minimum, int maximum) {
    public static Threads standard() {
      return new Threads(0, 8, 200);
    }
  }

  /**
   * Limits per client.
   *
   * @param idle timeout after which an idle connection is closed
   * @param shutdown how long requests may continue once the server stops
   * @param requestBodyBytes the largest request body
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
   * The request log, one line per request.
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

    /** To a file; a new file starts each day (UTC), {@code yyyy_mm_dd} in the name is the date. */
    public static RequestLogTarget toFile(Path file) {
      return new RequestLogTarget(true, Optional.of(file));
    }
  }
}
