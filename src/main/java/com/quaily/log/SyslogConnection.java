package com.quaily.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection to a syslog server. Streams put the length before each message (RFC 6587). */
interface SyslogConnection extends Closeable {

  int PATIENCE_MILLIS = 5_000;

  /**
   * Hands a message over.
   *
   * @throws IOException when the connection is lost; the message may be lost with it
   */
  void send(byte[] message) throws IOException;

  /**
   * Connects.
   *
   * @throws IOException when nobody listens there, or TLS does not trust the server
   */
  static SyslogConnection open(LogTarget target) throws IOException {
    return switch (target.kind()) {
      case UNIX -> unix(target);
      case UDP -> datagrams(target);
      case TCP -> stream(connect(new Socket(), target));
      case TLS -> stream(secure(target));
      case STDOUT -> throw new IllegalArgumentException("standard output is no server");
    };
  }

  /** Java has no datagram sockets of this kind: rsyslog's imptcp listens to streams. */
  private static SyslogConnection unix(LogTarget target) throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(target.host()));
    return new SyslogConnection() {
      @Override
      public void send(byte[] message) throws IOException {
        ByteBuffer framed = ByteBuffer.wrap(framed(message));
        while (framed.hasRemaining()) {
          channel.write(framed);
        }
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  private static SyslogConnection datagrams(LogTarget target) throws SocketException {
    InetSocketAddress address = new InetSocketAddress(target.host(), target.port());
    DatagramSocket socket = new DatagramSocket();
    return new SyslogConnection() {
      @Override
      public void send(byte[] message) throws IOException {
        socket.send(
            new DatagramPacket(message, Math.min(message.length, LONGEST_DATAGRAM), address));
      }

      @Override
      public void close() {
        socket.close();
      }
    };
  }

  /** What a datagram of IPv4 can carry. */
  int LONGEST_DATAGRAM = 65_507;

  private static Socket secure(LogTarget target) throws IOException {
    Socket plain = connect(new Socket(), target);
    SSLSocket socket =
        (SSLSocket) sockets().createSocket(plain, target.host(), target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static SSLSocketFactory sockets() throws IOException {
    try {
      return SSLContext.getDefault().getSocketFactory();
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("this Java has no TLS", e);
    }
  }

  private static Socket connect(Socket socket, LogTarget target) throws IOException {
    socket.connect(new InetSocketAddress(target.host(), target.port()), PATIENCE_MILLIS);
    socket.setKeepAlive(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static SyslogConnection stream(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    return new SyslogConnection() {
      @Override
      public void send(byte[] message) throws IOException {
        out.write(framed(message));
        out.flush();
      }

      @Override
      public void close() throws IOException {
        socket.close();
      }
    };
  }

  private static byte[] framed(byte[] message) {
    byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] framed = new byte[length.length + message.length];
    System.arraycopy(length, 0, framed, 0, length.length);
    System.arraycopy(message, 0, framed, length.length, message.length);
    return framed;
  }
}
