package com.quaily.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.server.ServerSettings.CleartextHttp2Mode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerTest {

  @TempDir Path directory;

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private EmbeddedServer underTest;

  @AfterEach
  void stop() {
    release.countDown();
    if (underTest != null) {
      underTest.close();
    }
  }

  @Test
  void callsTheHandlerBeforeTheServlets() throws Exception {
    start(ServerSettings.plain("127.0.0.1", 0));
    HttpResponse<String> answer = get("/fast");
    assertEquals(200, answer.statusCode());
    assertEquals("from the handler", answer.body());
    assertEquals("from the servlets", get("/other").body());
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    start(withBodyLimit(10));
    HttpRequest large =
        HttpRequest.newBuilder(uri("/api/upload"))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[11]))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(large, HttpResponse.BodyHandlers.ofString());
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("\"code\":1005"), answer.body());
  }

  @Test
  void doesNotRevealTheServerSoftware() throws Exception {
    start(ServerSettings.plain("127.0.0.1", 0));
    HttpResponse<String> answer = get("/fast");
    assertFalse(answer.headers().firstValue("Server").isPresent());
    assertFalse(answer.headers().firstValue("X-Powered-By").isPresent());
  }

  @Test
  void aHandlerFailureRevealsNoInternals() throws Exception {
    start(ServerSettings.plain("127.0.0.1", 0));
    HttpResponse<String> page = get("/broken");
    assertEquals(500, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
    assertFalse(page.body().contains("secret") || page.body().contains("Exception"), page.body());
    HttpResponse<String> json = get("/broken", "Accept", "application/json");
    assertTrue(
        json.body().matches("\\{\"code\":9000,\"message\":\".+\",\"ts\":\\d+}"), json.body());
  }

  @Test
  void refusesHeadersThatAreTooLarge() throws Exception {
    start(ServerSettings.plain("127.0.0.1", 0));
    assertEquals(431, get("/fast", "X-Large", "x".repeat(9000)).statusCode());
  }

  @Test
  void reportsThatThePortIsTaken() {
    start(ServerSettings.plain("127.0.0.1", 0));
    try (EmbeddedServer second = server(ServerSettings.plain("127.0.0.1", underTest.port()))) {
      RuntimeException refused = assertThrows(RuntimeException.class, second::start);
      assertTrue(refused.getMessage().contains("cannot listen"), refused.getMessage());
    }
  }

  @Test
  void completesRunningRequestsBeforeItStops() throws Exception {
    start(ServerSettings.plain("127.0.0.1", 0));
    CompletableFuture<HttpResponse<String>> slow =
        HttpClient.newHttpClient()
            .sendAsync(request("/slow"), HttpResponse.BodyHandlers.ofString());
    assertTrue(entered.await(2, TimeUnit.MINUTES));
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(underTest::close);
    release.countDown();
    assertEquals("slow but sure", slow.get(2, TimeUnit.MINUTES).body());
    stopping.get(2, TimeUnit.MINUTES);
  }

  @Test
  void writesALineForEachRequestWithoutTheQuery() throws Exception {
    Path log = directory.resolve("requests.log");
    ServerSettings plain = ServerSettings.plain("127.0.0.1", 0);
    start(
        new ServerSettings(
            plain.host(),
            plain.port(),
            plain.trustedProxies(),
            plain.threads(),
            plain.limits(),
            plain.tls(),
            ServerSettings.RequestLogTarget.toFile(log),
            plain.cleartextHttp2()));
    get("/fast?token=secret");
    underTest.close();
    String line = Files.readString(log);
    assertTrue(
        Pattern.matches(
            "\\[\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z] 127\\.0\\.0\\.1 GET /fast HTTP/\\S+ 200 \\d+ \\d+ -"
                + " \"\"\n",
            line),
        line);
  }

  @Test
  void trustsForwardingHeadersFromItsOwnProxiesOnly() throws Exception {
    String forged = "203.0.113.9, 192.0.2.7, 127.0.0.1";
    start(withTrustedProxies(Set.of("127.0.0.1")));
    assertEquals(
        "192.0.2.7 https",
        get("/client", "X-Forwarded-For", forged, "X-Forwarded-Proto", "https").body());
    assertEquals("127.0.0.1 http", get("/client").body());
    underTest.close();
    start(withTrustedProxies(Set.of("198.51.100.1")));
    assertEquals(
        "127.0.0.1 http",
        get("/client", "X-Forwarded-For", forged, "X-Forwarded-Proto", "https").body());
  }

  @Test
  void speaksHttp2InClearOnlyIfTheOperatorWantsIt() throws Exception {
    for (CleartextHttp2Mode mode : CleartextHttp2Mode.values()) {
      start(withCleartextHttp2(mode));
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_2)
              .build()
              .send(request("/fast"), HttpResponse.BodyHandlers.ofString());
      assertEquals(
          mode == CleartextHttp2Mode.UPGRADE
              ? HttpClient.Version.HTTP_2
              : HttpClient.Version.HTTP_1_1,
          answer.version(),
          mode.name());
      assertEquals(mode != CleartextHttp2Mode.OFF, takesPreface(), mode.name());
      underTest.close();
    }
  }

  /** Whether a connection can begin with HTTP/2: the answer is a frame of settings then. */
  private boolean takesPreface() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", underTest.port())) {
      socket.setSoTimeout(60_000);
      byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
      socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8));
      socket.getOutputStream().write(settings);
      byte[] answer = socket.getInputStream().readNBytes(4);
      // Until the server has closed its side, or it would wait for this connection when it stops.
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
      return answer.length == 4 && answer[3] == 4;
    }
  }

  private static ServerSettings withCleartextHttp2(CleartextHttp2Mode mode) {
    ServerSettings plain = ServerSettings.plain("127.0.0.1", 0);
    return new ServerSettings(
        plain.host(),
        plain.port(),
        plain.trustedProxies(),
        plain.threads(),
        plain.limits(),
        plain.tls(),
        plain.requestLog(),
        mode);
  }

  @Test
  void aVersionOfHttpThatDoesNotExistIsRefusedAsSuch() throws IOException {
    start(ServerSettings.plain("127.0.0.1", 0));
    for (String version : List.of("HTTP/3.7", "HTTP/9.9")) {
      try (Socket socket = new Socket("127.0.0.1", underTest.port())) {
        socket.setSoTimeout(60_000);
        socket
            .getOutputStream()
            .write(("GET /fast " + version + "\r\nHost: a\r\n\r\n").getBytes(UTF_8));
        String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        // RFC 9110, section 15.6.6: the one status for it, although it begins with a 5.
        assertTrue(answer.startsWith("HTTP/1.1 505 "), answer);
        assertTrue(answer.contains("\"code\":1000"), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("connection: close"), answer);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /fa", "GET /fast HTTP/1.1\r\nHost: a\r\n\r\n"})
  void closesAConnectionThatIsIdle(String beginning) throws IOException {
    start(withIdleTimeout(Duration.ofMillis(200)));
    try (Socket socket = new Socket("127.0.0.1", underTest.port())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(beginning.getBytes(UTF_8));
      // Ends when the server closes its side.
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertEquals(beginning.endsWith("\n"), answer.startsWith("HTTP/1.1 200 "), answer);
    }
  }

  private static ServerSettings withIdleTimeout(Duration idle) {
    ServerSettings plain = ServerSettings.plain("127.0.0.1", 0);
    ServerSettings.Limits limits = plain.limits();
    return new ServerSettings(
        plain.host(),
        plain.port(),
        plain.trustedProxies(),
        plain.threads(),
        new ServerSettings.Limits(idle, limits.shutdown(), limits.requestBodyBytes()),
        plain.tls(),
        plain.requestLog(),
        plain.cleartextHttp2());
  }

  @Test
  void closesAConnectionThatSendsNonsense() throws IOException {
    start(ServerSettings.plain("127.0.0.1", 0));
    try (Socket socket = new Socket("127.0.0.1", underTest.port())) {
      socket.getOutputStream().write("what?\r\n\r\n".getBytes(UTF_8));
      InputStream answer = socket.getInputStream();
      String text = new String(answer.readAllBytes(), UTF_8);
      assertTrue(text.startsWith("HTTP/1.1 400 "), text);
    }
  }

  private static ServerSettings withTrustedProxies(Set<String> proxies) {
    ServerSettings plain = ServerSettings.plain("127.0.0.1", 0);
    return new ServerSettings(
        plain.host(),
        plain.port(),
        proxies,
        plain.threads(),
        plain.limits(),
        plain.tls(),
        plain.requestLog(),
        plain.cleartextHttp2());
  }

  private static ServerSettings withBodyLimit(long bytes) {
    ServerSettings plain = ServerSettings.plain("127.0.0.1", 0);
    return new ServerSettings(
        plain.host(),
        plain.port(),
        plain.trustedProxies(),
        plain.threads(),
        new ServerSettings.Limits(plain.limits().idle(), plain.limits().shutdown(), bytes),
        plain.tls(),
        plain.requestLog(),
        plain.cleartextHttp2());
  }

  private void start(ServerSettings settings) {
    underTest = server(settings);
    underTest.start();
  }

  private EmbeddedServer server(ServerSettings settings) {
    return new EmbeddedServer(settings, new Servlets(), Answers::new);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(uri(path)).build();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + underTest.port() + path);
  }

  /** Answers a few paths and passes the others on. */
  private final class Answers extends Handler.Wrapper {
    Answers(Handler next) {
      super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      switch (Request.getPathInContext(request)) {
        case "/fast" -> write(response, callback, "from the handler");
        case "/client" ->
            write(
                response,
                callback,
                Request.getRemoteAddr(request) + " " + request.getHttpURI().getScheme());
        case "/broken" -> throw new IllegalStateException("secret");
        case "/slow" -> {
          entered.countDown();
          release.await();
          write(response, callback, "slow but sure");
        }
        default -> {
          return super.handle(request, response, callback);
        }
      }
      return true;
    }
  }

  /** In the place of the servlet context: answers whatever comes through. */
  private static final class Servlets extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      write(response, callback, "from the servlets");
      return true;
    }
  }

  private static void write(Response response, Callback callback, String text) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
    response.write(true, ByteBuffer.wrap(text.getBytes(UTF_8)), callback);
  }
}
