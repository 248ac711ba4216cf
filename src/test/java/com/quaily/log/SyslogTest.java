package com.quaily.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines on their way to a syslog server. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SyslogTest {

  private static final String PASSWORD = "changeit";
  private static final Instant TIME = Instant.parse("2026-05-04T09:30:00.120Z");
  private static final String LINE =
      "<28>1 2026-05-04T09:30:00.120000Z web-1 quaily 812 Thing - all is well";

  private final LogbackMDCAdapter context = new LogbackMDCAdapter();
  private final LoggerContext loggers = new LoggerContext();
  private final ListAppender<ILoggingEvent> console = new ListAppender<>();

  SyslogTest() {
    loggers.setMDCAdapter(context);
    console.start();
  }

  private SyslogFormat format() {
    return new SyslogFormat("web-1", 812, new LogLayout());
  }

  private LoggingEvent event(String message, Throwable failure) {
    LoggingEvent event =
        new LoggingEvent(
            "", loggers.getLogger("com.quaily.Thing"), Level.WARN, message, failure, null);
    event.setInstant(TIME);
    return event;
  }

  private String format(LoggingEvent event) {
    return new String(format().format(event), StandardCharsets.UTF_8);
  }

  @Test
  void aMessageHasTheFieldsOfRfc5424() {
    assertEquals(LINE, format(event("all is well", null)));
  }

  @Test
  void numbersAreStructuredDataAndEscaped() {
    context.put("request_id", "01]HX\"");
    context.put("user_id", "7");
    context.put("channel_id", "42");
    context.put("email", "ada@example.com");
    assertEquals(
        LINE.replace(
            " - ", " [quaily@32473 request_id=\"01\\]HX\\\"\" user_id=\"7\" channel_id=\"42\"] "),
        format(event("all is well", null)));
  }

  @Test
  void aStackTraceStaysInItsMessage() {
    String message = format(event("one\ntwo", new IllegalStateException("bad\nluck")));
    assertTrue(message.contains("one | two | java.lang.IllegalStateException: bad | luck | at "));
    assertEquals(-1, message.indexOf('\n'));
  }

  private SyslogAppender appender(LogTarget target) {
    SyslogAppender appender = new SyslogAppender(target, format(), console);
    appender.setContext(loggers);
    appender.start();
    return appender;
  }

  @Test
  void datagramsCarryAMessageEach() throws IOException {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      SyslogAppender underTest =
          appender(LogTarget.parse("udp://127.0.0.1:" + server.getLocalPort()));
      underTest.doAppend(event("all is well", null));
      DatagramPacket packet = new DatagramPacket(new byte[1_000], 1_000);
      server.receive(packet);
      underTest.stop();
      assertEquals(
          LINE, new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void streamsPutTheLengthBeforeAMessage() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SyslogAppender underTest =
          appender(LogTarget.parse("tcp://127.0.0.1:" + server.getLocalPort()));
      underTest.doAppend(event("all is well", null));
      underTest.doAppend(event("すべて良好", null));
      try (Socket client = server.accept()) {
        assertEquals(LINE, read(client.getInputStream()));
        assertEquals(LINE.replace("all is well", "すべて良好"), read(client.getInputStream()));
      }
      underTest.stop();
    }
  }

  @Test
  void aUnixSocketTakesThemToo(@TempDir Path directory) throws IOException {
    Path path = directory.resolve("log");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      SyslogAppender underTest = appender(LogTarget.parse("unix:" + path));
      underTest.doAppend(event("all is well", null));
      try (var client = server.accept()) {
        assertEquals(LINE, read(Channels.newInputStream(client)));
      }
      underTest.stop();
    }
    assertTrue(Files.exists(path));
  }

  @Test
  void overTlsTheServerMustProveItsName(@TempDir Path directory) throws Exception {
    SSLContext before = SSLContext.getDefault();
    SSLContext.setDefault(contextOf(identity(directory, "localhost")));
    try (ServerSocket server =
        SSLContext.getDefault()
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SyslogAppender stranger =
          appender(LogTarget.parse("tls://127.0.0.1:" + server.getLocalPort()));
      stranger.doAppend(event("not for strangers", null));
      try (Socket client = server.accept()) {
        assertThrows(IOException.class, () -> read(client.getInputStream()));
      }
      stranger.stop();
      SyslogAppender underTest =
          appender(LogTarget.parse("tls://localhost:" + server.getLocalPort()));
      underTest.doAppend(event("all is well", null));
      assertEquals(LINE, readFromNext(server));
      underTest.stop();
    } finally {
      SSLContext.setDefault(before);
    }
  }

  /** Connections of the stranger that were still waiting end without a line. */
  private static String readFromNext(ServerSocket server) throws IOException {
    while (true) {
      try (Socket client = server.accept()) {
        return read(client.getInputStream());
      } catch (SSLException | SocketException | EOFException e) {
        // The next one.
      }
    }
  }

  /** A key with its own certificate for one name. */
  private static KeyStore identity(Path directory, String name) throws Exception {
    Path file = directory.resolve("identity.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private static SSLContext contextOf(KeyStore identity) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", identity.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder length = new StringBuilder();
    for (int next = in.read(); next != ' '; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended");
      }
      length.append((char) next);
    }
    return new String(in.readNBytes(Integer.parseInt(length.toString())), StandardCharsets.UTF_8);
  }

  @Test
  void whileTheServerIsAwayLinesWait() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    SyslogAppender underTest = appender(LogTarget.parse("tcp://127.0.0.1:" + port));
    for (int line = 0; line < 100; line++) {
      underTest.doAppend(event("line " + line, null));
    }
    try (ServerSocket server = new ServerSocket()) {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      try (Socket client = server.accept()) {
        for (int line = 0; line < 100; line++) {
          assertTrue(read(client.getInputStream()).endsWith(" line " + line));
        }
      }
    }
    underTest.stop();
  }

  @Test
  void whatNobodyTookIsPrintedInTheEnd() {
    SyslogAppender underTest = appender(LogTarget.parse("tcp://127.0.0.1:1"));
    underTest.doAppend(event("the last words", null));
    underTest.stop();
    assertTrue(
        console.list.stream().anyMatch(line -> line.getMessage().equals("the last words")),
        "" + console.list);
  }

  @Test
  void anUnknownTargetIsRefusedWithTheKnownOnes() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> LogTarget.parse("gelf://host"));
    assertTrue(refusal.getMessage().contains("tls://host:port"), refusal.getMessage());
    assertEquals(6514, LogTarget.parse("tls://logs.example").port());
    assertEquals(LogTarget.STANDARD_OUTPUT, LogTarget.parse("stdout"));
  }
}
