package com.quaily.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;

/**
 * The server's ports, taken before anything else of the program starts. A start that cannot have
 * its ports thus changes nothing. Connections wait until the server accepts them.
 */
public final class BoundPorts implements Closeable {

  private final ServerSocketChannel plain;
  private final Optional<ServerSocketChannel> secure;

  private BoundPorts(ServerSocketChannel plain, Optional<ServerSocketChannel> secure) {
    this.plain = plain;
    this.secure = secure;
  }

  /**
   * Takes the ports.
   *
   * @param remedy what the user can do when a port is in use, for the message
   * @throws UncheckedIOException when a port is in use or the address is not this machine's
   */
  public static BoundPorts open(ServerSettings settings, String remedy) {
    ServerSocketChannel plain = bind(settings.host(), settings.port(), remedy);
    try {
      return new BoundPorts(
          plain, settings.tls().map(tls -> bind(settings.host(), tls.port(), remedy)));
    } catch (RuntimeException e) {
      close(plain);
      throw e;
    }
  }

  private static ServerSocketChannel bind(String host, int port, String remedy) {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        return channel.bind(new InetSocketAddress(host, port), Connectors.ACCEPT_QUEUE);
      } catch (BindException e) {
        close(channel);
        boolean inUse = String.valueOf(e.getMessage()).contains("in use");
        throw new UncheckedIOException(
            inUse
                ? "port " + port + " is in use, " + remedy
                : "cannot listen on " + host + ":" + port + ": " + e.getMessage(),
            e);
      } catch (IOException | RuntimeException e) {
        close(channel);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
  }

  ServerSocketChannel plain() {
    return plain;
  }

  Optional<ServerSocketChannel> secure() {
    return secure;
  }

  /** Gives the ports back; after the server's start this is the server's task. */
  @Override
  public void close() {
    close(plain);
    secure.ifPresent(BoundPorts::close);
  }

  private static void close(ServerSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
