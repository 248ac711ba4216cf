package com.quaily.routing.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.routing.route.RoutingSettings;
import com.quaily.routing.route.Service;
import com.quaily.testing.DefaultRouting;
import com.quaily.testing.EchoServlet;
import com.quaily.testing.MemoryStorage;
import com.quaily.testing.RawConnection;
import com.quaily.testing.RawConnection.Answer;
import com.quaily.testing.TestRouter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A router with a real upstream server. */
class UpstreamProxyTest {

  private static final int LIMIT = 1_000_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer upstream;
  private ServerSocket silent;
  private TestRouter router;
  private RawConnection connection;

  private volatile Headers receivedHeaders;
  private volatile String receivedTarget;
  private volatile byte[] receivedBody;

  @BeforeEach
  void start() throws Exception {
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.setExecutor(threads);
    upstream.createContext("/", this::answer);
    upstream.start();
    // Accepts connections, as the kernel does for it, and never says a word.
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    router =
        TestRouter.start(
            TestRouter.Lane.BEFORE_CONTEXT,
            new MemoryStorage(),
            settings(),
            new EchoServlet(),
            0,
            1);
    connection = new RawConnection(router.port());
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    router.close();
    upstream.stop(0);
    silent.close();
    threads.shutdownNow();
  }

  private RoutingSettings settings() throws IOException {
    Map<String, Service> services = new HashMap<>(DefaultRouting.settings().services());
    services.put(
        "blog", service(upstream.getAddress().getPort(), "/base/", Duration.ofSeconds(20)));
    services.put("api", service(silent.getLocalPort(), "", Duration.ofMillis(300)));
    services.put("slow", service(silent.getLocalPort(), "", Duration.ofMillis(300)));
    try (ServerSocket closed = new ServerSocket(0)) {
      services.put("gone", service(closed.getLocalPort(), "", Duration.ofSeconds(20)));
    }
    return new RoutingSettings(
        Set.of("*"),
        Set.of(),
        services,
        List.of(
            new RoutingSettings.Rule("/blog/*", "blog", false),
            new RoutingSettings.Rule("/api/*", "api", false),
            new RoutingSettings.Rule("/slow/*", "slow", false),
            new RoutingSettings.Rule("/gone/*", "gone", false)));
  }

  private static Service service(int port, String path, Duration answerTimeout) {
    return new Service.Upstream(
        URI.create("http://127.0.0.1:" + port + path),
        Duration.ofSeconds(20),
        answerTimeout,
        LIMIT);
  }

  private void answer(HttpExchange exchange) throws IOException {
    receivedHeaders = exchange.getRequestHeaders();
    receivedTarget = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    receivedBody = exchange.getRequestBody().readAllBytes();
    Headers headers = exchange.getResponseHeaders();
    headers.add("X-Answer", "one");
    headers.add("X-Answer", "two");
    headers.add("Connection", "X-Hop");
    headers.add("X-Hop", "private");
    boolean redirects = exchange.getRequestURI().getPath().endsWith("/moved");
    if (redirects) {
      headers.add("Location", "/elsewhere");
    }
    exchange.sendResponseHeaders(redirects ? 302 : 200, 0);
    exchange.getResponseBody().write(receivedBody);
    exchange.close();
  }

  @Test
  void aRequestIsPassedOnAsItIs() throws IOException {
    Answer answer = connection.ask("GET", "/blog/a%20b/%E6%97%85?q=%20x", "X-Own: 1", "X-Own: 2");
    assertEquals(200, answer.status());
    assertEquals("GET /base/blog/a%20b/%E6%97%85?q=%20x", receivedTarget);
    assertEquals(List.of("1", "2"), receivedHeaders.get("X-Own"));
    assertEquals("one, two", answer.header("X-Answer"));
  }

  @Test
  void theUpstreamGetsTheForwardingHeaders() throws IOException {
    connection.ask("GET", "/blog/", "Host: letters.example", "X-Forwarded-For: 203.0.113.9");
    assertEquals("203.0.113.9, 127.0.0.1", receivedHeaders.getFirst("X-Forwarded-For"));
    assertEquals(List.of("http"), receivedHeaders.get("X-Forwarded-Proto"));
    assertEquals(List.of("letters.example"), receivedHeaders.get("X-Forwarded-Host"));
    connection.ask("GET", "/blog/", "X-Forwarded-Host: forged", "X-Forwarded-Proto: https");
    assertEquals(List.of("localhost"), receivedHeaders.get("X-Forwarded-Host"));
    assertEquals(List.of("http"), receivedHeaders.get("X-Forwarded-Proto"));
  }

  @Test
  void hopByHopHeadersAreNotForwarded() throws IOException {
    Answer answer =
        connection.ask("GET", "/blog/", "Connection: X-Secret", "X-Secret: a", "TE: trailers");
    assertFalse(receivedHeaders.containsKey("X-Secret"));
    assertFalse(receivedHeaders.containsKey("TE"));
    assertNull(answer.header("X-Hop"));
  }

  @Test
  void bodiesPassBothWays() throws IOException {
    byte[] body = "0123456789".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
    connection.send("POST", "/blog/x", "Content-Length: " + body.length);
    connection.write(new String(body, StandardCharsets.US_ASCII));
    Answer answer = connection.read(false);
    assertArrayEquals(body, answer.body());
    connection.send("PUT", "/blog/x", "Transfer-Encoding: chunked");
    connection.write("5\r\nhello\r\n0\r\n\r\n");
    assertEquals("hello", connection.read(false).text());
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws IOException {
    connection.send("POST", "/blog/x", "Content-Length: " + (LIMIT + 1));
    Answer answer = connection.read(false);
    assertEquals(413, answer.status());
    assertTrue(answer.text().contains("\"code\":1005"));
  }

  @Test
  void aBodyOfUnknownLengthThatIsTooLargeIsRefused() throws IOException {
    connection.send("POST", "/blog/x", "Transfer-Encoding: chunked");
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    for (int sent = 0; sent <= LIMIT; sent += 0x10000) {
      connection.write(chunk);
    }
    connection.write("0\r\n\r\n");
    assertEquals(413, connection.read(false).status());
  }

  @Test
  void redirectsAreForTheReader() throws IOException {
    Answer answer = connection.ask("GET", "/blog/moved");
    assertEquals(302, answer.status());
    assertEquals("/elsewhere", answer.header("Location"));
  }

  @Test
  void anUnreachableOrSilentUpstreamIsReported() throws IOException {
    Answer gone = connection.ask("GET", "/gone/x");
    assertEquals(503, gone.status());
    assertEquals("5", gone.header("Retry-After"));
    Answer slow = connection.ask("GET", "/slow/x");
    assertEquals(504, slow.status());
    assertTrue(slow.header("Content-Type").startsWith("text/html"));
  }

  @Test
  void belowTheApiTheFailureIsJson() throws IOException {
    Answer answer = connection.ask("GET", "/api/lists");
    assertEquals(504, answer.status());
    assertEquals("application/json;charset=utf-8", answer.header("Content-Type"));
    assertTrue(answer.text().startsWith("{\"code\":9004,\"message\":\""), answer.text());
    assertTrue(answer.text().contains("\"ts\":"));
  }
}
