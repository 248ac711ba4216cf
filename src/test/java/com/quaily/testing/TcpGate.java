package com.quaily.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port that forwards connections to another one. Closing it breaks all connections, as if the
 * server had stopped. It can be opened again.
 */
public final class TcpGate implements AutoCloseable {

  private final InetSocketAddress target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private final Object ice = new Object();
  private boolean frozen;
  private ServerSocket listener;

  /** An open gate before a port of this machine. */
  public TcpGate(int targetPort) throws IOException {
    target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    port = listener.getLocalPort();
    accept(listener);
  }

  public int port() {
    return port;
  }

  /** Lets connections through again. */
  public synchronized void open() throws IOException {
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    accept(listener);
  }

  @Override
  public synchronized void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  /** Keeps all connections and takes new ones, but passes nothing on, as a stopped server does. */
  public void freeze() {
    setFrozen(true);
  }

  /** Passes on what was held back, and everything else. */
  public void thaw() {
    setFrozen(false);
  }

  private void setFrozen(boolean now) {
    synchronized (ice) {
      frozen = now;
      ice.notifyAll();
    }
  }

  private void awaitThaw() throws IOException {
    synchronized (ice) {
      while (frozen) {
        try {
          ice.wait();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    }
  }

  private void accept(ServerSocket accepting) {
    start(
        () -> {
          while (true) {
            Socket inner = accepting.accept();
            Socket outer = new Socket();
            outer.connect(target);
            open.add(inner);
            open.add(outer);
            if (accepting.isClosed()) {
              inner.close();
              outer.close();
            }
            start(() -> pass(inner, outer));
            start(() -> pass(outer, inner));
          }
        });
  }

  private void pass(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] part = new byte[8192];
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        awaitThaw();
        out.write(part, 0, count);
      }
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void start(Traffic traffic) {
    Thread thread =
        new Thread(
            () -> {
              try {
                traffic.run();
              } catch (IOException closed) {
                // A closed socket is how traffic ends here.
                Thread.currentThread().interrupt();
              }
            },
            "tcp-gate");
    thread.setDaemon(true);
    thread.start();
  }

  @FunctionalInterface
  private interface Traffic {
    void run() throws IOException;
  }
}
