package com.quaily.log;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Where the log goes.
 *
 * @param host a name or address; for a Unix socket, its path
 * @param port 0 for standard output and Unix sockets
 */
record LogTarget(Kind kind, String host, int port) {

  /** The ways out. */
  enum Kind {
    STDOUT,
    UNIX,
    UDP,
    TCP,
    TLS
  }

  private static final Map<Kind, Integer> PORTS =
      Map.of(Kind.UDP, 514, Kind.TCP, 601, Kind.TLS, 6514);

  static final LogTarget STANDARD_OUTPUT = new LogTarget(Kind.STDOUT, "", 0);

  /**
   * Reads {@code stdout}, {@code unix:/path}, {@code udp://host:port}, {@code tcp://host:port} or
   * {@code tls://host:port}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static LogTarget parse(String text) {
    if (text.isEmpty() || text.equals("stdout")) {
      return STANDARD_OUTPUT;
    }
    if (text.startsWith("unix:/")) {
      return new LogTarget(Kind.UNIX, text.substring("unix:".length()), 0);
    }
    URI address = URI.create(text);
    String scheme = String.valueOf(address.getScheme()).toUpperCase(Locale.ROOT);
    for (Map.Entry<Kind, Integer> known : PORTS.entrySet()) {
      if (known.getKey().name().equals(scheme) && address.getHost() != null) {
        int port = address.getPort() < 0 ? known.getValue() : address.getPort();
        return new LogTarget(known.getKey(), address.getHost().replaceAll("[\\[\\]]", ""), port);
      }
    }
    throw new IllegalArgumentException(
        "QUAILY_LOG_TARGET must be stdout, unix:/path, udp://host:port, tcp://host:port or"
            + " tls://host:port, not "
            + text);
  }
}
