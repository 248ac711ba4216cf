package com.quaily.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An external server with responses set by the test. */
public final class RemoteStub implements AutoCloseable {

  private static final int STALLED = 0;
  private static final int HUNG_UP = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  /** Runs on a free port; returns 404 for unknown paths. */
  public RemoteStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Answers this from now on. */
  public void answer(String path, int status, String body) {
    answer(path, status, body, Map.of());
  }

  /** Answers this with these header fields from now on. */
  public void answer(String path, int status, String body, Map<String, String> headers) {
    answers.put(path, new Answer(status, body, headers));
  }

  /** Redirects every request, with a valid body. */
  public void redirect(String path, URI target, String body) {
    answer(path, 302, body, Map.of("Location", target.toString()));
  }

  /** Takes requests and never answers. */
  public void stall(String path) {
    answers.put(path, new Answer(STALLED, "", Map.of()));
  }

  /** Takes requests and ends the connection without an answer. */
  public void hangUp(String path) {
    answers.put(path, new Answer(HUNG_UP, "", Map.of()));
  }

  /** What was asked of this path, oldest first. */
  public List<Request> requests(String path) {
    return requests.stream()
        .filter(request -> request.target().split("\\?", 2)[0].equals(path))
        .toList();
  }

  /** How often it was asked anything. */
  public int count() {
    return requests.size();
  }

  /** The last request. */
  public Request last() {
    return requests.get(requests.size() - 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            authorization,
            headers(exchange),
            body));
    Answer answer =
        answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, "{}", Map.of()));
    if (answer.status() == STALLED) {
      awaitEnd();
    } else if (answer.status() != HUNG_UP) {
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return headers;
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private record Answer(int status, String body, Map<String, String> headers) {}

  /**
   * What was asked.
   *
   * @param target path and query
   * @param headers by name in any case
   */
  public record Request(
      String method,
      String target,
      String authorization,
      Map<String, String> headers,
      String body) {

    /** The body, read as JSON. */
    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + body, e);
      }
    }

    /** The body, read as a form. */
    public Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      for (String pair : body.split("&")) {
        String[] parts = pair.split("=", 2);
        form.put(decode(parts[0]), decode(parts[1]));
      }
      return form;
    }

    private static String decode(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }
}
