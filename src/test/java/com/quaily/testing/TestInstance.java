package com.quaily.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.config.Settings;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.database.Migrations;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.server.EmbeddedServer;
import com.quaily.server.StoredPages;
import com.quaily.wiring.AccountModule;
import com.quaily.wiring.Application;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The whole program on a free port, with a temporary database and storage directory, and a small
 * HTTP client. Emails are kept and shown at {@code /dev/mail.json}.
 */
public final class TestInstance implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOWHERE = "http://127.0.0.1:1";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Settings settings;
  private final Application instance;
  private final EmbeddedServer server;
  private final CompletableFuture<Void> started;

  /** All roles, on an empty migrated database and an empty directory. */
  public static TestInstance start(Path directory) {
    return start(directory, Role.all(), migratedDatabase(), Map.of());
  }

  /**
   * An instance with roles, a database and settings of the test's choice.
   *
   * @param directory for storage and outbox
   * @param settings further settings by path
   */
  public static TestInstance start(
      Path directory, Set<Role> roles, TestDatabase database, Map<String, Object> settings) {
    int port = freePort();
    Map<String, Object> all = new HashMap<>();
    all.put("data", directory.toString());
    all.put("server.port", port);
    // So that the JDK's client, which knows no other way, tests HTTP/2 too.
    all.put("server.cleartext-http2", "upgrade");
    all.put("site.base-url", "http://127.0.0.1:" + port);
    all.put("database.url", database.jdbcUrl());
    all.put("database.user", database.user());
    all.put("database.password", database.password());
    all.put("database.pool-size", 8);
    // No test reaches the services themselves; nothing listens here.
    for (String service : List.of("telegram", "discord", "slack", "line", "x")) {
      all.put("social." + service + ".api-url", NOWHERE);
    }
    all.put("social.slack.hooks-url", NOWHERE);
    all.putAll(settings);
    return new TestInstance(Settings.load(Optional.empty(), Map.of(), all), roles);
  }

  private TestInstance(Settings settings, Set<Role> roles) {
    this.settings = settings;
    Path webApplication = Path.of("src/main/webapp");
    instance = new Application(settings, roles, true);
    server =
        new EmbeddedServer(
            settings.server(),
            webApplication,
            instance.attributes(),
            new StoredPages(
                    instance.router().routeTable(),
                    instance.router().pageServer(),
                    instance.requests()::answered)
                ::before);
    try {
      started = instance.start(webApplication);
      server.start();
    } catch (RuntimeException e) {
      close(e);
      throw e;
    }
  }

  /** What a start that failed has opened would go on asking for the database. */
  private void close(RuntimeException failure) {
    try {
      close();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** An empty database with the schema of this program. */
  public static TestDatabase migratedDatabase() {
    return TestDatabase.createDatabase(
        "migrated",
        empty -> {
          try (Database database =
              new Database(
                  new DatabaseSettings(empty.jdbcUrl(), empty.user(), empty.password(), 2))) {
            Migrations.migrate(database.dataSource());
          }
        });
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Application instance() {
    return instance;
  }

  /** Completes when all roles work. */
  public CompletableFuture<Void> started() {
    return started;
  }

  /** Scheme, host and port. */
  public String url() {
    return "http://127.0.0.1:" + settings.server().port();
  }

  /** A user with a session; the token of the session. */
  public String login(String email) {
    AccountModule accounts = instance.modules().orElseThrow().account();
    User user = accounts.userService().create(email, "", Language.EN);
    return accounts.authService().startSession(user, "test").token();
  }

  /** A plain GET without redirects being followed. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).GET());
  }

  /**
   * A call of the API.
   *
   * @param path below {@code /api}
   * @param token null = anonymous
   * @param body JSON; null = none
   */
  public Reply call(String method, String path, String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + "/api" + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> response = send(request);
    try {
      return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + response.body(), e);
    }
  }

  /** Sends any request. What the API answers must be as its description says. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
      DescribedAnswers.check(response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(built.method() + " " + built.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    instance.close();
  }

  /** An answer of the API. */
  public record Reply(int status, JsonNode body, HttpResponse<String> response) {

    /** What was asked for. */
    public JsonNode data() {
      return body.get("data");
    }

    /** The code of the registry; 0 when it succeeded. */
    public int code() {
      return body.path("code").asInt(0);
    }
  }
}
