package com.quaily;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.config.Settings;
import com.quaily.dao.PageDao;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.ChannelInput;
import com.quaily.postgres.EmbeddedPostgres;
import com.quaily.storage.S3Settings;
import com.quaily.storage.S3Storage;
import com.quaily.testing.S3Server;
import com.quaily.testing.TestDatabase;
import com.quaily.wiring.Modules;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A router and an API server with worker in separate processes, on one PostgreSQL and one S3
 * server.
 */
class SeveralProcessesTest {

  /** Less than the minute after which a router revalidates on its own. */
  private static final long PATIENCE_NANOS = 45_000_000_000L;

  @TempDir Path directory;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Object> settings = new HashMap<>();
  private EmbeddedPostgres postgres;
  private S3Server s3;
  private Modules modules;
  private String token;
  private ProgramUnderTest router;
  private ProgramUnderTest api;
  private int apiPort;

  @BeforeEach
  void start() throws Exception {
    postgres =
        EmbeddedPostgres.start(
            directory.resolve("postgres"),
            new EmbeddedPostgres.Options(false, true, Optional.of(TestDatabase.BINARY_CACHE)));
    s3 = S3Server.startIn(Files.createDirectory(directory.resolve("s3")));
    S3Settings bucket = s3.settings(s3.newBucket());
    settings.put("site.base-url", "https://example.com");
    settings.put("database.url", postgres.jdbcUrl());
    settings.put("database.user", postgres.user());
    settings.put("database.password", postgres.password());
    settings.put("storage.kind", "s3");
    settings.put("storage.s3.endpoint", bucket.endpoint().toString());
    settings.put("storage.s3.region", bucket.region());
    settings.put("storage.s3.bucket", bucket.bucket());
    settings.put("storage.s3.access-key", bucket.accessKey());
    settings.put("storage.s3.secret-key", bucket.secretKey());
    settings.put("storage.s3.path-style", "true");
    Settings own = Settings.load(Optional.empty(), Map.of(), new HashMap<>(settings));
    modules = new Modules(own, new S3Storage(bucket), keys -> {});
    modules.migrate();
    User user = modules.account().userService().create("ada@example.com", "Ada", Language.EN);
    modules
        .channel()
        .channelService()
        .create(user.id(), new ChannelInput("news", "News", "", "", "", "", "", Map.of()));
    token = modules.account().authService().startSession(user, "test").token();
    apiPort = ProgramUnderTest.freePort();
    api = serve("api,worker", apiPort);
    router = serve("router", ProgramUnderTest.freePort());
  }

  @AfterEach
  void stop() throws Exception {
    router.kill();
    api.kill();
    modules.close();
    s3.close();
    postgres.close();
  }

  private ProgramUnderTest serve(String roles, int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ProgramUnderTest.java(), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.add("-Dquaily.webapp=" + Path.of("src", "main", "webapp").toAbsolutePath());
    command.addAll(List.of("-cp", classPath(), "com.quaily.Main", "serve", "--roles=" + roles));
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    Path home = Files.createTempDirectory(directory, "process");
    command.addAll(List.of("-Dserver.port=" + port, "--data", home.toString()));
    return ProgramUnderTest.start(home, Map.of(), port, command);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private int save(String slug, String title) throws IOException, InterruptedException {
    String body =
        "{\"slug\":\"%s\",\"title\":\"%s\",\"content\":\"Text\",\"datetime\":\"2024-05-06T07:08:09Z\"}"
            .formatted(slug, title);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + apiPort + "/api/lists/news/posts"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long limit = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.call()) {
      assertTrue(System.nanoTime() < limit, "it did not come true in time");
      Thread.sleep(20);
    }
  }

  private boolean shows(String path, String text) throws IOException, InterruptedException {
    HttpResponse<String> answer = router.get(path);
    return answer.statusCode() == 200 && answer.body().contains(text);
  }

  @Test
  void anEditAppearsInTheOtherProcessAndSurvivesADatabaseOutage() throws Exception {
    api.get("/health/ready");
    router.get("/health/ready");
    assertEquals(200, save("hello", "First title"));
    await(() -> shows("/news/p/hello", "First title"));
    await(() -> shows("/news", "First title"));
    assertEquals(200, save("hello", "Second title"));
    await(() -> shows("/news/p/hello", "Second title"));
    await(() -> shows("/news", "Second title"));
    postgres.close();
    assertEquals(503, save("other", "Third title"));
    assertTrue(shows("/news/p/hello", "Second title"));
    assertTrue(shows("/news", "Second title"));
    assertTrue(router.get("/news/feed/atom").statusCode() < 400);
  }

  @Test
  void acknowledgedWritesSurviveACrash() throws Exception {
    api.get("/health/ready");
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int number = 1; number <= 200; number++) {
                  if (save("post-" + number, "Title " + number) == 200) {
                    acknowledged.add("post-" + number);
                  }
                }
              } catch (IOException | InterruptedException e) {
                // The crash that this test is about.
              }
            });
    writer.start();
    await(() -> acknowledged.size() >= 40);
    api.kill();
    writer.join();
    api = serve("api,worker", apiPort);
    api.get("/health/ready");
    await(() -> modules.page().consistencyCheck().find(key -> {}).isEmpty() && nothingWaits());
    for (String slug : acknowledged) {
      assertEquals(200, router.get("/news/p/" + slug).statusCode(), slug);
    }
    assertTrue(shows("/news", "/news/p/"));
  }

  private boolean nothingWaits() {
    Instant whoeverClaimed = modules.clock().instant().plus(Duration.ofDays(1));
    return modules
        .database()
        .dao(PageDao.class)
        .selectChannelsWithChanges(whoeverClaimed, whoeverClaimed, List.of(), 10)
        .isEmpty();
  }
}
