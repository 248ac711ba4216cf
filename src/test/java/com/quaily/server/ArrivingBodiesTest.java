package com.quaily.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.RawConnection;
import com.quaily.testing.RawConnection.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that arrive slowly, against a server with few threads. */
class ArrivingBodiesTest {

  private static final int THREADS = 8;
  private static final int MORE_THAN_THREADS = 5 * THREADS;
  private static final int LARGE_AT_ONCE = 2;
  private static final int STOP_MILLIS = 60_000;

  /** After a second of silence, a server that stops gives up a connection. */
  private static final int LONGER_THAN_JETTYS_PATIENCE = 2500;

  private final AtomicLong nanoTime = new AtomicLong();
  private final AtomicInteger inServlets = new AtomicInteger();
  private final Server server = new Server(new QueuedThreadPool(THREADS));
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final List<RawConnection> open = new ArrayList<>();
  private final ArrivingBodies underTest =
      new ArrivingBodies(new Echo(), LARGE_AT_ONCE, nanoTime::get);

  @BeforeEach
  void start() throws Exception {
    server.setErrorHandler(new PlainErrorHandler());
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(new UnreadBodies(underTest)));
    server.setStopTimeout(STOP_MILLIS);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    for (RawConnection connection : open) {
      connection.close();
    }
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1023, 1024, 1025, 65_535, 65_536, 65_537, 300_000})
  void aBodyArrivesWholeInWhateverParts(int length) throws Exception {
    byte[] body = "0123456789".repeat(length / 10 + 1).substring(0, length).getBytes(UTF_8);
    RawConnection connection = begin(length);
    int half = length / 2;
    write(connection, new String(body, 0, half, UTF_8));
    write(connection, new String(body, half, length - half, UTF_8));
    Answer answer = connection.read(false);
    assertEquals(200, answer.status());
    assertEquals(new String(body, UTF_8), answer.text());
    assertEquals(200, connection.ask("GET", "/again").status(), "the connection is reused");
  }

  @Test
  void slowBodiesHoldNoThread() throws Exception {
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      write(begin(4000), "{");
    }
    awaitUnderWay(MORE_THAN_THREADS);
    assertEquals(0, inServlets.get());
    assertEquals(200, connect().ask("GET", "/other").status());
  }

  @Test
  void largeBodiesHoldOnlySomeThreads() throws Exception {
    String beginning = "a".repeat(ArrivingBodies.COLLECTED);
    List<RawConnection> large = new ArrayList<>();
    for (int i = 0; i < LARGE_AT_ONCE; i++) {
      large.add(begin(ArrivingBodies.COLLECTED + 4));
      write(large.get(i), beginning);
    }
    awaitInServlets(LARGE_AT_ONCE);
    RawConnection oneMore = begin(ArrivingBodies.COLLECTED + 4);
    write(oneMore, beginning);
    Answer refused = oneMore.read(false);
    assertEquals(503, refused.status());
    assertEquals("5", refused.header("Retry-After"));
    assertEquals(200, connect().ask("GET", "/other").status());
    for (RawConnection connection : large) {
      write(connection, "last");
      assertEquals(200, connection.read(false).status());
    }
  }

  @ParameterizedTest
  @CsvSource({"4000", "100000"})
  void aBodyThatArrivesTooSlowlyIsRefused(int length) throws Exception {
    RawConnection connection = begin(length);
    write(connection, "a".repeat(length - 1000));
    pass(Duration.ofMinutes(3));
    write(connection, "a");
    Answer answer = connection.read(false);
    assertEquals(408, answer.status());
    assertTrue(answer.text().contains("\"code\":1020"), answer.text());
    assertEquals(-1, connection.socket().getInputStream().read(), "the connection ends");
  }

  @Test
  void aSlowBodyAtTheMinimumRateIsAccepted() throws Exception {
    RawConnection connection = begin(3 * PacedRequest.BYTES_A_SECOND);
    write(connection, "a".repeat(2 * PacedRequest.BYTES_A_SECOND));
    pass(PacedRequest.GRACE.plusSeconds(2));
    write(connection, "a".repeat(PacedRequest.BYTES_A_SECOND));
    assertEquals(200, connection.read(false).status());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000})
  void aBodyThatStillArrivesWhenTheServerStopsIsAnswered(int length) throws Exception {
    RawConnection connection = begin(length);
    write(connection, "a".repeat(length - 5));
    awaitUnderWayOrInServlets();
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(
            () -> {
              try {
                server.stop();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread.sleep(LONGER_THAN_JETTYS_PATIENCE);
    write(connection, "b".repeat(5));
    assertEquals(200, connection.read(false).status());
    stopped.join();
  }

  @Test
  void anEndlessFormIsRefused() throws Exception {
    RawConnection connection = connect();
    connection.send(
        "POST",
        "/api/x",
        "Content-Type: application/x-www-form-urlencoded",
        "Transfer-Encoding: chunked");
    String part = "a".repeat(0x1000);
    for (int i = 0; i < ArrivingBodies.COLLECTED / part.length() + 1; i++) {
      write(connection, "1000\r\n" + part + "\r\n");
    }
    assertEquals(413, connection.read(false).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xyz\r\n", "-1\r\n", "5\r\nabcdefgh\r\n0\r\n\r\n", "ffffffffffffffff1\r\n"})
  void aMalformedChunkIsTheClientsFault(String body) throws Exception {
    RawConnection connection = connect();
    connection.send("POST", "/api/x", "Transfer-Encoding: chunked");
    write(connection, body);
    assertEquals(400, connection.read(false).status());
  }

  @Test
  void oneAddressHasALimitedNumberOfBodiesUnderWay() throws Exception {
    List<RawConnection> slow = new ArrayList<>();
    for (int i = 0; i < ArrivingBodies.FROM_ONE_ADDRESS; i++) {
      slow.add(begin(10));
      write(slow.get(i), "{");
    }
    assertEquals(200, connect().ask("GET", "/sync").status());
    awaitUnderWay(ArrivingBodies.FROM_ONE_ADDRESS);
    RawConnection oneMore = begin(10);
    write(oneMore, "{");
    Answer refused = oneMore.read(false);
    assertEquals(429, refused.status());
    assertEquals("5", refused.header("Retry-After"));
    for (RawConnection connection : slow) {
      write(connection, "123456789");
      assertEquals(200, connection.read(false).status());
    }
    assertEquals(0, underTest.underWay());
  }

  private RawConnection connect() throws IOException {
    RawConnection connection = new RawConnection(connector.getLocalPort());
    open.add(connection);
    return connection;
  }

  private RawConnection begin(int length) throws IOException {
    RawConnection connection = connect();
    connection.send("POST", "/api/x", "Content-Length: " + length);
    return connection;
  }

  private static void write(RawConnection connection, String text) throws IOException {
    connection.socket().getOutputStream().write(text.getBytes(UTF_8));
  }

  /** Lets time pass once the server has read what was sent. */
  private void pass(Duration time) throws InterruptedException {
    awaitUnderWayOrInServlets();
    nanoTime.addAndGet(time.toNanos());
  }

  private void awaitUnderWayOrInServlets() throws InterruptedException {
    while (underTest.underWay() + inServlets.get() == 0) {
      Thread.sleep(5);
    }
    Thread.sleep(100);
  }

  private void awaitUnderWay(int count) throws InterruptedException {
    while (underTest.underWay() < count) {
      Thread.sleep(5);
    }
  }

  private void awaitInServlets(int count) throws InterruptedException {
    while (inServlets.get() < count) {
      Thread.sleep(5);
    }
  }

  /** Reads the body as servlets do, holding a thread, and sends it back. */
  private final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      inServlets.incrementAndGet();
      try {
        response.write(true, Content.Source.asByteBuffer(request), callback);
      } finally {
        inServlets.decrementAndGet();
      }
      return true;
    }
  }
}
