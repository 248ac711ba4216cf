package com.quaily.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A provider that speaks the formats of OpenAI, Anthropic and Gemini over HTTP and behaves as a
 * script says.
 */
public final class AiProviderStub implements AutoCloseable {

  static {
    // Else the parts of a stream wait for each other's acknowledgement, 40 ms each time.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Question> questions = new CopyOnWriteArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch goneClient = new CountDownLatch(1);
  private final List<String> embedded = new CopyOnWriteArrayList<>();

  /** The first vector is 0.1, -2, 3.5; each next one begins with one more. */
  private volatile BiFunction<Integer, String, String> vectors =
      (index, text) -> "[" + index + ".1,-2,3.5]";

  private volatile Function<Question, Behaviour> script = question -> Behaviour.text("fine");

  public AiProviderStub() {
    this(0);
  }

  /** On this port; 0 = any. */
  public AiProviderStub(int port) {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * What was asked.
   *
   * @param number of the question, from 1
   * @param key of the account
   */
  public record Question(int number, String path, String key, JsonNode body) {

    /** The text of all messages and the system's instructions. */
    public String text() {
      return body.toString();
    }

    /** The content of the last message. */
    public String last() {
      return AiWireFormat.last(body);
    }
  }

  /**
   * What the stub does.
   *
   * @param status 0 = never answers
   * @param end how the stream ends
   * @param pauseMillis before the answer
   */
  public record Behaviour(
      int status, String text, Map<String, String> headers, End end, int pauseMillis) {

    /** A complete answer. */
    public static Behaviour text(String text) {
      return new Behaviour(200, text, Map.of(), End.COMPLETE, 0);
    }

    /** A failure with a body. */
    public static Behaviour failure(int status, String body) {
      return new Behaviour(status, body, Map.of(), End.COMPLETE, 0);
    }

    public static Behaviour silence() {
      return new Behaviour(0, "", Map.of(), End.COMPLETE, 0);
    }

    public Behaviour with(String header, String value) {
      return new Behaviour(status, text, Map.of(header, value), end, pauseMillis);
    }

    public Behaviour ending(End other) {
      return new Behaviour(status, text, headers, other, pauseMillis);
    }

    public Behaviour after(int millis) {
      return new Behaviour(status, text, headers, end, millis);
    }
  }

  /** How a stream ends. */
  public enum End {
    COMPLETE,
    /** At the limit of the output. */
    LIMIT,
    /** The provider refuses. */
    REFUSAL,
    /** The provider refuses the question; with Gemini an answer without a candidate. */
    BLOCKED_QUESTION,
    /** Without its end marker. */
    CLEAN_CUT,
    /** In the middle of the connection. */
    BROKEN,
    /** With an error event. */
    ERROR,
    /** Never. */
    HANGING
  }

  /** Answers so from now on. */
  public void script(Function<Question, Behaviour> behaviour) {
    script = behaviour;
  }

  /** Gives each text this vector, as a list in JSON, from now on. */
  public void vectors(UnaryOperator<String> vectorOf) {
    vectors = (index, text) -> vectorOf.apply(text);
  }

  /** The texts that were turned into vectors. */
  public List<String> embedded() {
    return embedded;
  }

  /** Base URL for proxies of all kinds. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  public List<Question> questions() {
    return questions;
  }

  /** Number of complete answers. */
  public int answered() {
    return answered.get();
  }

  /** Waits until a client has closed the connection of a hanging stream. */
  public boolean sawClientLeave() throws InterruptedException {
    return goneClient.await(1, TimeUnit.MINUTES);
  }

  private void handle(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/embeddings")) {
      embed(exchange, body);
      return;
    }
    AiWireFormat format = AiWireFormat.of(path);
    String key = exchange.getRequestHeaders().getFirst(format.keyHeader());
    Question question;
    synchronized (this) {
      question = new Question(questions.size() + 1, path, key, body);
      questions.add(question);
    }
    try {
      answer(exchange, script.apply(question), format);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  /** They come reversed. */
  private void embed(HttpExchange exchange, JsonNode body) throws IOException {
    StringBuilder data = new StringBuilder();
    for (int i = body.path("input").size() - 1; i >= 0; i--) {
      String text = body.path("input").path(i).asText();
      embedded.add(text);
      data.append(data.isEmpty() ? "" : ",")
          .append("{\"index\":%d,\"embedding\":%s}".formatted(i, vectors.apply(i, text)));
    }
    String answer = "{\"data\":[" + data + "],\"usage\":{\"prompt_tokens\":7,\"total_tokens\":7}}";
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void answer(HttpExchange exchange, Behaviour behaviour, AiWireFormat format)
      throws IOException, InterruptedException {
    if (behaviour.pauseMillis() > 0) {
      end.await(behaviour.pauseMillis(), TimeUnit.MILLISECONDS);
    }
    if (behaviour.status() == 0) {
      end.await();
      return;
    }
    behaviour.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    if (behaviour.status() != 200) {
      if (behaviour.end() == End.HANGING) {
        exchange.sendResponseHeaders(behaviour.status(), 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        end.await();
        return;
      }
      byte[] bytes = behaviour.text().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(behaviour.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    stream(out, behaviour, format);
    if (behaviour.end() != End.BROKEN && behaviour.end() != End.HANGING) {
      out.close();
    }
  }

  private void stream(OutputStream out, Behaviour behaviour, AiWireFormat format)
      throws IOException, InterruptedException {
    String text = behaviour.text();
    int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    send(out, format.begin());
    send(out, List.of(format.part(text.substring(0, middle))));
    switch (behaviour.end()) {
      case CLEAN_CUT, BROKEN -> {
        return;
      }
      case ERROR -> {
        send(out, List.of(format.error()));
        return;
      }
      case HANGING -> {
        hang(out);
        return;
      }
      default -> send(out, List.of(format.part(text.substring(middle))));
    }
    answered.incrementAndGet();
    send(out, format.finish(behaviour.end()));
  }

  private void hang(OutputStream out) throws InterruptedException {
    try {
      while (!end.await(100, TimeUnit.MILLISECONDS)) {
        out.write(":\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      goneClient.countDown();
    }
  }

  private static void send(OutputStream out, List<String> events) throws IOException {
    for (String data : events) {
      out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
