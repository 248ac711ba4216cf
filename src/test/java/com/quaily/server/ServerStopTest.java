package com.quaily.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.server.ServerSettings.CleartextHttp2Mode;
import com.quaily.testing.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client decides neither whether nor how slowly the server stops. */
class ServerStopTest {

  private static final Duration ENDLESS = Duration.ofHours(1);
  private static final int PATIENCE_SECONDS = 60;

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicBoolean sending = new AtomicBoolean(true);
  private EmbeddedServer underTest;

  /** What a client does with its connection, over and over. */
  enum Client {
    STARTS_A_REQUEST("GET / HTTP/1.1\r\nHost: a\r\nX-Endless: ", "a"),
    ASKS_AGAIN("", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    PINGS_OVER_HTTP_2(
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0\4\0\0\0\0\0", "\0\0\10\6\0\0\0\0\0pingpong");

    private final String first;
    private final String again;

    Client(String first, String again) {
      this.first = first;
      this.again = again;
    }
  }

  @AfterEach
  void stop() {
    sending.set(false);
    release.countDown();
    underTest.close();
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatKeepsItsConnectionOpenDoesNotHoldTheServer(Client client) throws Exception {
    start(ENDLESS);
    try (Socket socket = new Socket("127.0.0.1", underTest.port())) {
      CompletableFuture<Void> first = new CompletableFuture<>();
      CompletableFuture<Void> talking =
          CompletableFuture.runAsync(() -> keepSending(socket, client, first));
      first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

      CompletableFuture.runAsync(underTest::close).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

      sending.set(false);
      talking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void keepSending(Socket socket, Client client, CompletableFuture<Void> first) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(client.first.getBytes(ISO_8859_1));
      while (sending.get()) {
        out.write(client.again.getBytes(ISO_8859_1));
        first.complete(null);
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
        // More often than the second of silence after which Jetty gives up a connection.
        Thread.sleep(50);
      }
    } catch (IOException ended) {
      first.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRequestThatDoesNotEndIsCutOffAfterTheConfiguredTime() throws Exception {
    start(Duration.ofMillis(100));
    try (Socket socket = new Socket("127.0.0.1", underTest.port())) {
      socket.getOutputStream().write("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
      assertTrue(entered.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

      CompletableFuture.runAsync(underTest::close).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

      underTest.close();
    }
  }

  @Test
  void aRequestThatIsRunningIsWaitedFor() throws Exception {
    start(ENDLESS);
    try (Socket socket = new Socket("127.0.0.1", underTest.port())) {
      socket.setSoTimeout(PATIENCE_SECONDS * 1000);
      socket
          .getOutputStream()
          .write("GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
      assertTrue(entered.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
      CompletableFuture<Void> stopping = CompletableFuture.runAsync(underTest::close);
      Waiting.until("the port is closed", () -> underTest.port() < 0);
      assertFalse(stopping.isDone());

      release.countDown();

      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      assertTrue(answer.toString(ISO_8859_1).endsWith("slow but sure"), answer.toString());
      stopping.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void start(Duration shutdown) {
    ServerSettings plain = ServerSettings.plain("127.0.0.1", 0);
    ServerSettings.Limits limits = plain.limits();
    ServerSettings settings =
        new ServerSettings(
            plain.host(),
            plain.port(),
            plain.trustedProxies(),
            plain.threads(),
            new ServerSettings.Limits(limits.idle(), shutdown, limits.requestBodyBytes()),
            plain.tls(),
            plain.requestLog(),
            CleartextHttp2Mode.PRIOR_KNOWLEDGE);
    underTest = new EmbeddedServer(settings, new Slow(), UnaryOperator.identity());
    underTest.start();
  }

  private final class Slow extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws InterruptedException {
      if (Request.getPathInContext(request).equals("/slow")) {
        entered.countDown();
        release.await();
      }
      response.write(true, ByteBuffer.wrap("slow but sure".getBytes(ISO_8859_1)), callback);
      return true;
    }
  }
}
