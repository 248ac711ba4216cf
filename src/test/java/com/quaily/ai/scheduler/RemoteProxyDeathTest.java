package com.quaily.ai.scheduler;

import static com.quaily.ai.scheduler.SchedulerUnderTest.spec;
import static com.quaily.ai.scheduler.SchedulerUnderTest.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.ProgramUnderTest;
import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.database.DatabaseSettings;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.ModelClass;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.AiProviderStub.End;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A remote proxy is another process, and it can die while many tasks run there. */
class RemoteProxyDeathTest {

  private static final int TASKS = 100;
  private static final int SLOTS = 8;
  private static final int ANSWERED = 10;
  private static final String KEY = "the-key-that-both-instances-share";

  private final TestDatabase place = TestInstance.migratedDatabase();
  private final AiProviderStub near = new AiProviderStub();
  private final AiProviderStub far = new AiProviderStub();
  @TempDir private Path directory;

  @AfterEach
  void close() {
    near.close();
    far.close();
  }

  @Test
  void aKilledRemoteProxyLosesNothingAndTheBudgetStaysRight() throws Exception {
    CountDownLatch inTheMiddle = new CountDownLatch(ANSWERED + SLOTS);
    far.script(
        question -> {
          inTheMiddle.countDown();
          Behaviour answer = Behaviour.text(question.last());
          return question.number() <= ANSWERED ? answer : answer.ending(End.HANGING);
        });
    near.script(
        question -> {
          awaitQuietly(inTheMiddle);
          return Behaviour.text(question.last());
        });
    int port = ProgramUnderTest.freePort();
    ProgramUnderTest remote = remoteProxy(port);
    try (SchedulerUnderTest scheduler =
        new SchedulerUnderTest(
            new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 8),
            List.of(remoteSpec(port), spec("near", ProxyKind.OPENAI, near.url(), 2)),
            Duration.ofSeconds(20),
            new Caps(Cap.NONE, new Cap(1_000_000_000, 0)))) {
      assertEquals(200, remote.get("/healthz").statusCode());
      List<AiTask> tasks = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        tasks.add(scheduler.tasks().add(wish("user:" + i % 3, "question " + i)));
      }
      scheduler.start();
      assertTrue(inTheMiddle.await(2, TimeUnit.MINUTES), remote.output());

      remote.kill();

      for (int i = 0; i < TASKS; i++) {
        AiTask task = tasks.get(i);
        AiTask done = scheduler.tasks().await(task.caller(), task.traceId(), Duration.ofMinutes(1));
        assertEquals(AiTask.COMPLETED, done.status(), done.errorMessage());
        assertTrue(done.result().contains("\"question " + i + "\""), done.result());
      }
    } finally {
      remote.kill();
    }
    assertEquals(
        TASKS + " " + TASKS,
        query(
            "select count(*) || ' ' || count(distinct task_id) from ai_attempt"
                + " where outcome = 'COMPLETED'"));
    assertEquals("0", query("select count(*) from ai_attempt where outcome = 'RUNNING'"));
    assertTrue(
        Integer.parseInt(
                query(
                    "select count(*) from ai_attempt"
                        + " where proxy = 'far' and outcome = 'TRANSIENT'"))
            >= SLOTS);
    assertEquals(
        query("select sum(input_tokens + output_tokens) from ai_attempt"),
        query("select sum(tokens) from ai_budget where scope = 'site' and length(period) = 7"));
  }

  /** The near proxy leaves the far one enough to do. */
  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The program itself, with the role ai-proxy only. */
  private ProgramUnderTest remoteProxy(int port) throws IOException {
    Path configuration =
        Files.writeString(
            directory.resolve("quaily.conf"),
            """
            ai.proxy-key = "%s"
            ai.proxies = [
              { name = far, kind = anthropic, class = small, model = mini, url = "%s" }
            ]
            """
                .formatted(KEY, far.url()));
    List<String> command =
        List.of(
            ProgramUnderTest.java(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dquaily.webapp=" + Path.of("src", "main", "webapp").toAbsolutePath(),
            "-cp",
            classPath(),
            "com.quaily.Main",
            "serve",
            "--roles=ai-proxy",
            "--config",
            configuration.toString(),
            "-Dserver.port=" + port,
            "--data",
            directory.resolve("data").toString());
    return ProgramUnderTest.start(directory, Map.of(), port, command);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static ProxySpec remoteSpec(int port) {
    ProxySpec like = spec("far", ProxyKind.REMOTE, "http://127.0.0.1:" + port, SLOTS);
    return new ProxySpec(
        like.name(),
        like.kind(),
        URI.create("http://127.0.0.1:" + port),
        KEY,
        like.model(),
        ModelClass.SMALL,
        like.limits(),
        like.price(),
        like.weight(),
        Duration.ofMinutes(1));
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
