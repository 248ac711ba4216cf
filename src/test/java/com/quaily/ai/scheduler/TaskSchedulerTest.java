package com.quaily.ai.scheduler;

import static com.quaily.ai.scheduler.SchedulerUnderTest.spec;
import static com.quaily.ai.scheduler.SchedulerUnderTest.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.ai.AiTasks.Wish;
import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.database.ChangeFeed;
import com.quaily.database.DatabaseSettings;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.TooManyException;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.AiProviderStub.End;
import com.quaily.testing.HeldLock;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskSchedulerTest {

  private final TestDatabase place = TestInstance.migratedDatabase();
  private final AiProviderStub stub = new AiProviderStub();
  private SchedulerUnderTest underTest;

  private SchedulerUnderTest start(int slots) throws InterruptedException {
    underTest =
        new SchedulerUnderTest(place, List.of(spec("one", ProxyKind.OPENAI, stub.url(), slots)))
            .start();
    return underTest;
  }

  @AfterEach
  void close() {
    stub.close();
    if (underTest != null) {
      underTest.close();
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @Test
  void aTaskGetsItsAnswer() throws Exception {
    stub.script(question -> Behaviour.text("It is " + question.last()));

    AiTask done = start(2).ask(wish("user:1", "noon"));

    assertEquals(AiTask.COMPLETED, done.status());
    assertEquals("{\"response\": {\"json\": null, \"text\": \"It is noon\"}}", done.result());
    assertEquals(
        "one COMPLETED 30 30",
        query(
            "select proxy || ' ' || outcome || ' ' || (input_tokens + output_tokens) || ' ' ||"
                + " micros from ai_attempt"));
  }

  @Test
  void threeProxiesOfWhichOneIsBusyAndOneDiesDoEverythingOnce() throws Exception {
    AiProviderStub busy = new AiProviderStub();
    AiProviderStub dying = new AiProviderStub();
    try (busy;
        dying) {
      stub.script(question -> Behaviour.text(question.last()).after(20));
      busy.script(
          question ->
              question.number() % 2 == 0
                  ? Behaviour.failure(429, "{}").with("retry-after-ms", "50")
                  : Behaviour.text(question.last()).after(20));
      dying.script(
          question -> {
            if (question.number() == 100) {
              dying.close();
            }
            return Behaviour.text(question.last()).after(20);
          });
      underTest =
          new SchedulerUnderTest(
                  place,
                  List.of(
                      spec("steady", ProxyKind.OPENAI, stub.url(), 8),
                      spec("busy", ProxyKind.ANTHROPIC, busy.url(), 8),
                      spec("dying", ProxyKind.OPENAI, dying.url(), 8)))
              .start();

      List<AiTask> tasks = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        tasks.add(underTest.tasks().add(wish("user:" + i % 10, "question " + i)));
      }

      for (int i = 0; i < 1_000; i++) {
        AiTask task = tasks.get(i);
        AiTask done = underTest.tasks().await(task.caller(), task.traceId(), Duration.ofMinutes(2));
        assertEquals(AiTask.COMPLETED, done.status(), done.errorMessage());
        assertTrue(done.result().contains("\"question " + i + "\""), done.result());
      }
      assertEquals(
          "1000 1000",
          query(
              "select count(*) || ' ' || count(distinct task_id) from ai_attempt"
                  + " where outcome = 'COMPLETED'"));
      assertEquals("0", query("select count(*) from ai_attempt where outcome = 'RUNNING'"));
    }
  }

  @Test
  void aKilledSchedulerLosesNothingAndItsBudgetStaysRight() throws Exception {
    CountDownLatch half = new CountDownLatch(50);
    stub.script(
        question -> {
          half.countDown();
          return Behaviour.text(question.last()).after(100);
        });
    underTest =
        new SchedulerUnderTest(
            new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 8),
            List.of(spec("one", ProxyKind.OPENAI, stub.url(), 8)),
            Duration.ofSeconds(2),
            new Caps(Cap.NONE, new Cap(1_000_000_000, 0)));
    List<AiTask> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tasks.add(underTest.tasks().add(wish("user:1", "question " + i)));
    }
    Process first = process();
    assertTrue(half.await(2, TimeUnit.MINUTES));
    first.destroyForcibly().waitFor();

    underTest.start();

    for (AiTask task : tasks) {
      AiTask done = underTest.tasks().await(task.caller(), task.traceId(), Duration.ofMinutes(1));
      assertEquals(AiTask.COMPLETED, done.status(), done.errorMessage());
    }
    assertEquals(
        "100 100",
        query(
            "select count(*) || ' ' || count(distinct task_id) from ai_attempt"
                + " where outcome = 'COMPLETED'"));
    assertEquals(
        query("select sum(input_tokens + output_tokens) from ai_attempt"),
        query("select tokens from ai_budget where scope = 'site' and length(period) = 7"));
    assertTrue(
        Integer.parseInt(query("select count(*) from ai_attempt where outcome = 'LOST'")) > 0);
  }

  private Process process() throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            SchedulerProcess.class.getName(),
            place.jdbcUrl(),
            place.user(),
            place.password(),
            stub.url())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void brokenJsonIsRepairedOrAskedForAgainOnce() throws Exception {
    start(2);
    stub.script(question -> Behaviour.text("```json\n{\"a\": 1,}\n```"));
    assertEquals("{\"a\": 1}", underTest.ask(json("first")).result());
    assertEquals(1, stub.questions().size());

    stub.script(
        question ->
            question.text().contains("cannot be used")
                ? Behaviour.text("{\"b\":2}")
                : Behaviour.text("No JSON today."));
    assertEquals("{\"b\": 2}", underTest.ask(json("second")).result());
    assertEquals(3, stub.questions().size());

    stub.script(question -> Behaviour.text("Never."));
    AiTask failed = underTest.ask(json("third"));
    assertEquals(ErrorCode.AI_FORMAT.number(), failed.errorCode());
    assertEquals("Never.", failed.progress().get("_answer"), "the text is kept");
    assertEquals(5, stub.questions().size());
  }

  private static Wish json(String question) {
    return wish("user:1", question, AnswerFormat.JSON, AiTask.NORMAL);
  }

  private static Wish keyed(String question, String key) {
    Wish wish = wish("user:1", question);
    return new Wish(
        wish.caller(), null, wish.priority(), wish.modelClass(), wish.request(), key, null);
  }

  @Test
  void anAnswerThatReachedItsLimitIsAskedForOnceWithALargerOne() throws Exception {
    start(2);
    stub.script(
        question ->
            question.body().get("max_tokens").intValue() == 100
                ? Behaviour.text("{\"a\": [1").ending(End.LIMIT)
                : Behaviour.text("{\"a\": [1, 2]}"));

    assertEquals("{\"a\": [1, 2]}", underTest.ask(json("long")).result());
  }

  @Test
  void aFinalRefusalIsNotTriedAgain() throws Exception {
    start(2);
    stub.script(question -> Behaviour.failure(400, "{\"error\":{\"message\":\"not like this\"}}"));

    AiTask failed = underTest.ask(wish("user:1", "x"));

    assertEquals(AiTask.FAILED, failed.status());
    assertEquals(ErrorCode.AI_REFUSED.number(), failed.errorCode());
    assertEquals("not like this", failed.errorMessage());
    assertEquals(1, stub.questions().size());
  }

  @Test
  void theTriesOfATaskAreBounded() throws Exception {
    start(2);
    stub.script(question -> Behaviour.text("half").ending(End.CLEAN_CUT));

    AiTask failed = underTest.ask(wish("user:1", "x"));

    assertEquals(ErrorCode.AI_UNAVAILABLE.number(), failed.errorCode());
    assertEquals(6, stub.questions().size());
  }

  @Test
  void aTaskWaitsAsLongAsTheProviderWants() throws Exception {
    start(2);
    stub.script(
        question ->
            question.number() == 1
                ? Behaviour.failure(429, "{}").with("Retry-After", "1")
                : Behaviour.text("now"));

    assertEquals(AiTask.COMPLETED, underTest.ask(wish("user:1", "x")).status());
    assertEquals(
        "t",
        query(
            "select b.started_at - a.ended_at >= interval '1 second' from ai_attempt a, ai_attempt"
                + " b where a.number = 1 and b.number = 2"));
  }

  @Test
  void anEmptyAccountGetsNoMoreTasks() throws Exception {
    AiProviderStub poor = new AiProviderStub();
    try (poor) {
      poor.script(
          question -> Behaviour.failure(429, "{\"error\":{\"code\":\"insufficient_quota\"}}"));
      underTest =
          new SchedulerUnderTest(
                  place,
                  List.of(
                      spec("poor", ProxyKind.OPENAI, poor.url(), 4),
                      spec("rich", ProxyKind.OPENAI, stub.url(), 1)))
              .start();

      for (int i = 0; i < 5; i++) {
        assertEquals(AiTask.COMPLETED, underTest.ask(wish("user:1", "q" + i)).status());
      }

      assertEquals(1, poor.questions().size());
    }
  }

  @Test
  void oneSchedulerAtATimeGivesTasksToProxies() throws Exception {
    start(2);

    AiTask done =
        HeldLock.waitedFor(
            underTest.database(), Claims.LOCK, () -> underTest.ask(wish("user:1", "x")));

    assertEquals(AiTask.COMPLETED, done.status(), done.errorMessage());
  }

  @Test
  void aFailureIsNotNotedWhileASchedulerLooksAtTheProxies() throws Exception {
    ProxySpec spec = spec("one", ProxyKind.OPENAI, stub.url(), 1);
    underTest = new SchedulerUnderTest(place, List.of(patient(spec))).start();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch failing = new CountDownLatch(1);
    stub.script(
        question -> {
          if (question.number() > 1) {
            return Behaviour.text("found");
          }
          asked.countDown();
          awaitQuietly(failing);
          return Behaviour.failure(500, "{}");
        });
    AiTask task = underTest.tasks().add(wish("user:1", "x"));
    assertTrue(asked.await(2, TimeUnit.MINUTES));

    // The scheduler's own look at the proxies, and the end of the call.
    HeldLock.waitedFor(
        underTest.database(),
        Claims.LOCK,
        2,
        () -> {
          failing.countDown();
          Waiting.until("the end of the attempt", this::isAnAttemptEnded);
          return true;
        });

    AiTask done = underTest.tasks().await("user:1", task.traceId(), Duration.ofMinutes(2));
    assertEquals(AiTask.COMPLETED, done.status(), done.errorMessage());
  }

  private boolean isAnAttemptEnded() {
    try {
      return !query("select 1 from ai_attempt where outcome <> 'RUNNING'").isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same with so long a time for an answer that no busy machine needs it. */
  private static ProxySpec patient(ProxySpec spec) {
    return new ProxySpec(
        spec.name(),
        spec.kind(),
        spec.url(),
        spec.key(),
        spec.model(),
        spec.modelClass(),
        spec.limits(),
        spec.price(),
        spec.weight(),
        Duration.ofMinutes(5));
  }

  @Test
  void aCancelledTaskEndsAtTheProviderToo() throws Exception {
    start(2);
    CountDownLatch asked = new CountDownLatch(1);
    stub.script(
        question -> {
          asked.countDown();
          return Behaviour.text("much").ending(End.HANGING);
        });
    AiTask task = underTest.tasks().add(wish("user:1", "x"));
    assertTrue(asked.await(2, TimeUnit.MINUTES));

    underTest.tasks().cancel("user:1", task.traceId());

    assertTrue(stub.sawClientLeave());
    assertEquals(AiTask.CANCELLED, underTest.tasks().get("user:1", task.traceId()).status());
  }

  @Test
  void aCallThatEndedByMistakeIsMadeAgain() throws Exception {
    start(2);
    CountDownLatch asked = new CountDownLatch(1);
    stub.script(
        question -> {
          asked.countDown();
          return question.number() == 1
              ? Behaviour.text("lost").ending(End.HANGING)
              : Behaviour.text("found");
        });
    AiTask task = underTest.tasks().add(wish("user:1", "x"));
    assertTrue(asked.await(2, TimeUnit.MINUTES));

    underTest.database().announce(ChangeFeed.AI_TASK_CANCELLED, Long.toString(task.id()));

    AiTask done = underTest.tasks().await("user:1", task.traceId(), Duration.ofMinutes(2));
    assertEquals(AiTask.COMPLETED, done.status());
    assertTrue(done.result().contains("found"));
  }

  @Test
  void equalQuestionsAreAnsweredOnce() throws Exception {
    start(2);

    underTest.ask(wish("user:1", "same"));
    AiTask again = underTest.ask(wish("user:1", "same"));
    AiTask other = underTest.ask(wish("user:2", "same"));

    assertEquals("cache", again.proxy());
    assertEquals(AiTask.COMPLETED, again.status());
    assertEquals("one", other.proxy(), "another caller's answer is not theirs");
    assertEquals(2, stub.questions().size());
  }

  @Test
  void anIdempotencyKeyJoinsOnlyTasksThatLiveOrSucceeded() throws Exception {
    start(2);
    stub.script(question -> Behaviour.failure(400, "{}"));
    UUID failed = underTest.ask(keyed("a", "k")).traceId();
    stub.script(question -> Behaviour.text("{}"));

    UUID second = underTest.ask(keyed("b", "k")).traceId();
    UUID third = underTest.ask(keyed("c", "k")).traceId();

    assertEquals(2, new HashSet<>(Set.of(failed, second)).size());
    assertEquals(second, third);
  }

  @Test
  void aBudgetHoldsAtItsEdge() throws Exception {
    underTest =
        new SchedulerUnderTest(
                new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 12),
                List.of(spec("one", ProxyKind.OPENAI, stub.url(), 16)),
                Duration.ofSeconds(20),
                new Caps(new Cap(300, 0), Cap.NONE))
            .start();
    stub.script(question -> Behaviour.text("fine").after(200));
    List<AiTask> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tasks.add(underTest.tasks().add(wish("user:1", "q" + i)));
    }
    int done = 0;
    for (AiTask task : tasks) {
      AiTask ended = underTest.tasks().await(task.caller(), task.traceId(), Duration.ofMinutes(2));
      done += ended.status() == AiTask.COMPLETED ? 1 : 0;
      assertTrue(
          ended.status() == AiTask.COMPLETED || ended.errorCode() == ErrorCode.AI_BUDGET.number(),
          ended.errorMessage());
    }

    // A question reserves some 105 tokens and uses 30.
    assertTrue(done >= 2 && done <= 8, "completed: " + done);
    assertEquals("t", query("select tokens <= 300 from ai_budget where scope = 'site'"));
    assertEquals(
        query("select sum(input_tokens + output_tokens) from ai_attempt"),
        query("select tokens from ai_budget where scope = 'site'"));
  }

  @Test
  void whenABudgetIsUsedUpNewTasksAreRefusedWithATime() throws Exception {
    underTest =
        new SchedulerUnderTest(
                new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 12),
                List.of(spec("one", ProxyKind.OPENAI, stub.url(), 16)),
                Duration.ofSeconds(20),
                new Caps(new Cap(0, 20), Cap.NONE))
            .start();
    query(
        "insert into ai_budget select 'site', to_char(now() at time zone 'UTC', 'YYYY-MM-DD'), 1,"
            + " 20 returning scope");

    TooManyException refusal =
        assertThrows(TooManyException.class, () -> underTest.tasks().add(wish("user:1", "x")));

    assertEquals(ErrorCode.AI_BUDGET, refusal.code());
    assertTrue(refusal.retryAfter().compareTo(Duration.ofDays(1)) <= 0);
  }

  @Test
  void oneCallersBacklogDoesNotHoldUpAnother() throws Exception {
    stub.script(question -> Behaviour.text("fine").after(30));
    underTest =
        new SchedulerUnderTest(place, List.of(spec("one", ProxyKind.OPENAI, stub.url(), 2)));
    for (int i = 0; i < 60; i++) {
      underTest.tasks().add(wish("user:1", "backlog " + i));
    }
    AiTask other = underTest.tasks().add(wish("user:2", "single"));
    underTest.start();

    underTest.tasks().await("user:2", other.traceId(), Duration.ofMinutes(2));

    int place =
        stub.questions().stream().map(AiProviderStub.Question::last).toList().indexOf("single");
    assertTrue(place >= 0 && place < 10, "asked as number " + place);
  }

  @Test
  void somebodyWhoWaitsGoesBeforeABatch() throws Exception {
    stub.script(question -> Behaviour.text("fine").after(30));
    underTest =
        new SchedulerUnderTest(place, List.of(spec("one", ProxyKind.OPENAI, stub.url(), 1)));
    for (int i = 0; i < 20; i++) {
      underTest.tasks().add(wish("user:1", "b" + i, AnswerFormat.PLAINTEXT, AiTask.BATCH));
    }
    AiTask urgent =
        underTest.tasks().add(wish("user:1", "urgent", AnswerFormat.PLAINTEXT, AiTask.INTERACTIVE));
    underTest.start();

    underTest.tasks().await("user:1", urgent.traceId(), Duration.ofMinutes(2));

    assertEquals("urgent", stub.questions().get(0).last());
  }
}
