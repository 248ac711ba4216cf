package com.quaily.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.dao.JobDao;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs from the transaction that enqueues them to the worker that runs them. */
class JobRunnerTest {

  record Greeting(String text) {}

  private static final JobType<Greeting> GREET = new JobType<>("greet", Greeting.class);
  private static final int PATIENCE_SECONDS = 90;

  private final TestDatabase server = TestInstance.migratedDatabase();
  private final Database database =
      new Database(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 8));
  private final JobQueue queue =
      new JobQueue(database, database.dao(JobDao.class), Clock.systemUTC());
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final List<String> reported = new CopyOnWriteArrayList<>();
  private final JobFailures failed = new JobFailures((name, failure) -> reported.add(name));
  private final List<JobRunner> runners = new ArrayList<>();

  @AfterEach
  void close() {
    runners.forEach(JobRunner::close);
    database.close();
  }

  private JobRunner runner(RecurringJob... recurring) {
    JobHandler<Greeting> handler =
        new JobHandler<>() {
          @Override
          public JobType<Greeting> type() {
            return GREET;
          }

          @Override
          public void run(Greeting greeting) {
            if (failures.getAndDecrement() > 0) {
              throw new IllegalStateException("on purpose");
            }
            done.add(greeting.text());
          }
        };
    JobRunner runner =
        new JobRunner(
            database.dataSource(),
            List.of(handler),
            List.of(recurring),
            2,
            "worker-" + runners.size(),
            failed);
    runners.add(runner);
    return runner;
  }

  private String next() throws InterruptedException {
    return done.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void enqueue(String text) {
    queue.enqueue(GREET, text, new Greeting(text));
  }

  @Test
  void aJobOfARolledBackTransactionDoesNotExist() throws Exception {
    runner().start();
    assertThrows(
        IllegalStateException.class,
        () ->
            database.inTransaction(
                () -> {
                  enqueue("never");
                  throw new IllegalStateException("on purpose");
                }));
    database.inTransaction(() -> enqueue("committed"));
    assertEquals("committed", next());
    assertNull(done.poll());
  }

  @Test
  void aFailedJobIsRetried() throws Exception {
    failures.set(2);
    enqueue("stubborn");
    runner().start();
    assertEquals("stubborn", next());
  }

  @Test
  void aJobOfADeadWorkerIsTakenOver() throws Exception {
    enqueue("orphan");
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "update scheduled_tasks set picked = true, picked_by = 'dead',"
              + " last_heartbeat = now() - interval '1 hour', version = version + 1");
    }
    runner().start();
    assertEquals("orphan", next());
  }

  @Test
  void concurrentRequestsForAJobEnqueueOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> ask =
          () -> {
            database.inTransaction(() -> enqueue("once"));
            return null;
          };
      for (Future<Void> asked : threads.invokeAll(List.of(ask, ask, ask, ask))) {
        asked.get();
      }
    } finally {
      threads.shutdownNow();
    }
    runner().start();
    assertEquals("once", next());
    assertNull(done.poll());
  }

  @Test
  void aRecurringJobRunsAgainEvenAfterAFailure() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Runnable work =
        () -> {
          done.add("run " + runs.incrementAndGet());
          throw new IllegalStateException("on purpose");
        };
    JobRunner runner = runner(new RecurringJob("again", Duration.ofMillis(1), work));
    runner.start();
    assertEquals("run 1", next());
    assertEquals("run 2", next());
  }
}
