package com.quaily.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A local DNS server with records set by the test. */
public final class DnsServer implements AutoCloseable {

  private static final int A = 1;
  private static final int CNAME = 5;
  private static final int PTR = 12;
  private static final int MX = 15;
  private static final int TXT = 16;
  private static final int AAAA = 28;
  private static final int NO_SUCH_NAME = 3;
  private static final int REFUSED = 5;

  private final Map<String, List<Entry>> entries = new ConcurrentHashMap<>();
  private final DatagramSocket socket;
  private volatile boolean refusing;

  private record Entry(int type, byte[] data) {}

  public DnsServer() {
    try {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "dns");
    thread.setDaemon(true);
    thread.start();
  }

  /** Host and port. */
  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** From now on no question is answered. */
  public void refuse() {
    refusing = true;
  }

  public void alias(String host, String target) {
    add(host, new Entry(CNAME, name(target)));
  }

  /** Adds an IPv4 or IPv6 address. */
  public void address(String host, String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      add(host, new Entry(bytes.length == 4 ? A : AAAA, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a host that takes mail for a domain. */
  public void mailServer(String domain, String host) {
    byte[] name = name(host);
    byte[] data = new byte[name.length + 2];
    data[1] = 10;
    System.arraycopy(name, 0, data, 2, name.length);
    add(domain, new Entry(MX, data));
  }

  /** Gives an IPv4 address a name. */
  public void reverse(String address, String host) {
    String[] parts = address.split("\\.");
    add(
        String.join(".", parts[3], parts[2], parts[1], parts[0], "in-addr.arpa"),
        new Entry(PTR, name(host)));
  }

  /** Adds a text of up to 255 bytes. */
  public void text(String host, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    byte[] data = new byte[bytes.length + 1];
    data[0] = (byte) bytes.length;
    System.arraycopy(bytes, 0, data, 1, bytes.length);
    add(host, new Entry(TXT, data));
  }

  private void add(String host, Entry entry) {
    entries.computeIfAbsent(host, unused -> new ArrayList<>()).add(entry);
  }

  private void serve() {
    byte[] buffer = new byte[1500];
    while (!socket.isClosed()) {
      try {
        DatagramPacket question = new DatagramPacket(buffer, buffer.length);
        socket.receive(question);
        byte[] answer = answer(ByteBuffer.wrap(buffer, 0, question.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** RFC 1035, section 4. */
  private byte[] answer(ByteBuffer question) throws IOException {
    short id = question.getShort();
    question.position(12);
    String host = readName(question);
    int type = question.getShort();
    List<Entry> known = entries.get(host);
    List<Entry> found =
        known == null || refusing
            ? List.of()
            : known.stream().filter(entry -> entry.type() == type).toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(id);
    int failure = known == null ? NO_SUCH_NAME : 0;
    out.writeShort(0x8580 | (refusing ? REFUSED : failure));
    out.writeShort(1);
    out.writeShort(found.size());
    out.writeInt(0);
    out.write(name(host));
    out.writeShort(type);
    out.writeShort(1);
    for (Entry entry : found) {
      out.write(name(host));
      out.writeShort(entry.type());
      out.writeShort(1);
      out.writeInt(60);
      out.writeShort(entry.data().length);
      out.write(entry.data());
    }
    return bytes.toByteArray();
  }

  private static String readName(ByteBuffer question) {
    List<String> labels = new ArrayList<>();
    int length = question.get();
    while (length > 0) {
      byte[] label = new byte[length];
      question.get(label);
      labels.add(new String(label, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT));
      length = question.get();
    }
    return String.join(".", labels);
  }

  private static byte[] name(String host) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : host.split("[.]")) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.write(0);
    return out.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
