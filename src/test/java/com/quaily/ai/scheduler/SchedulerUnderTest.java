package com.quaily.ai.scheduler;

import com.quaily.ai.AiSettings;
import com.quaily.ai.AiTasks;
import com.quaily.ai.AiTasks.Wish;
import com.quaily.ai.prompt.Prompts;
import com.quaily.ai.proxy.Proxies;
import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.dao.AiAttemptDao;
import com.quaily.dao.AiBudgetDao;
import com.quaily.dao.AiKeyDao;
import com.quaily.dao.AiProxyDao;
import com.quaily.dao.AiSchedulerDao;
import com.quaily.dao.AiTaskDao;
import com.quaily.database.ChangeFeed;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiRequest.Preference;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.ai.ModelClass;
import com.quaily.testing.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A scheduler with its proxies on a database, and what one gives it to do. */
public final class SchedulerUnderTest implements AutoCloseable {

  private final Database database;
  private final ChangeFeed feed;
  private final Proxies proxies;
  private final Scheduling scheduling;
  private final AiTasks tasks;

  public SchedulerUnderTest(TestDatabase place, List<ProxySpec> specs) {
    this(
        new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 12),
        specs,
        Duration.ofSeconds(20),
        Caps.NONE);
  }

  /**
   * @param lease of its tasks
   * @param site caps of the site
   */
  public SchedulerUnderTest(
      DatabaseSettings place, List<ProxySpec> specs, Duration lease, Caps site) {
    database = new Database(place);
    Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    proxies = new Proxies(specs, Optional.empty(), clock);
    TaskSignals signals = new TaskSignals(database);
    Map<String, Consumer<String>> listeners = new HashMap<>();
    for (String topic :
        List.of(ChangeFeed.AI_TASK_ADDED, ChangeFeed.AI_TASK_ENDED, ChangeFeed.AI_TASK_CANCELLED)) {
      listeners.put(topic, payload -> signals.hear(topic, payload));
    }
    feed = new ChangeFeed(place, listeners, () -> {});
    feed.start();
    SchedulerSettings settings =
        new SchedulerSettings(Strategy.LEAST_LOADED, lease, Duration.ofMinutes(5), 6);
    AiTaskDao taskDao = database.dao(AiTaskDao.class);
    AiAttemptDao attemptDao = database.dao(AiAttemptDao.class);
    AiProxyDao proxyDao = database.dao(AiProxyDao.class);
    Budgets budgets =
        new Budgets(
            database.dao(AiBudgetDao.class), database.dao(AiKeyDao.class), site, Caps.NONE, clock);
    Presence presence = new Presence(database.dao(AiSchedulerDao.class), lease, clock);
    Prompts prompts = new Prompts();
    AiSettings ai =
        new AiSettings(
            specs, "", settings, Duration.ofDays(1), Duration.ofHours(1), site, Caps.NONE);
    tasks =
        new AiTasks(
            database,
            taskDao,
            attemptDao,
            budgets,
            new AiTasks.Models(proxies, prompts, presence),
            signals,
            new AiTasks.Times(ai, clock));
    scheduling =
        new Scheduling(
            database,
            new Scheduling.Tables(taskDao, attemptDao, proxyDao),
            new Scheduling.Judges(
                new ProxyBoard(
                    proxies,
                    proxyDao,
                    attemptDao,
                    new ProxyHealth(Duration.ofSeconds(1)),
                    Strategy.LEAST_LOADED),
                budgets,
                new TaskCalls(prompts),
                settings),
            proxies,
            signals,
            presence,
            clock);
  }

  /** A proxy of the format of OpenAI or Anthropic with this many slots. */
  public static ProxySpec spec(String name, ProxyKind kind, String url, int slots) {
    return new ProxySpec(
        name,
        kind,
        URI.create(url),
        "secret",
        "model-" + name,
        ModelClass.SMALL,
        new ProxySpec.Limits(slots, 0, 0, 10_000, false),
        new ProxySpec.Price(1_000_000, 1_000_000),
        1,
        Duration.ofSeconds(30));
  }

  public SchedulerUnderTest start() throws InterruptedException {
    scheduling.start();
    if (!feed.awaitConnected(Duration.ofMinutes(1))) {
      throw new IllegalStateException("the scheduler does not hear of changes");
    }
    return this;
  }

  public AiTasks tasks() {
    return tasks;
  }

  public Database database() {
    return database;
  }

  /** A question of a caller, in plain text. */
  public static Wish wish(String caller, String question) {
    return wish(caller, question, AnswerFormat.PLAINTEXT, AiTask.NORMAL);
  }

  public static Wish wish(String caller, String question, AnswerFormat format, int priority) {
    AiRequest request =
        new AiRequest(
            List.of(AiMessage.of(AiMessage.USER, question)),
            "",
            Map.of(),
            format,
            "",
            Preference.NONE,
            100);
    return new Wish(caller, null, priority, ModelClass.SMALL, request, null, null);
  }

  /** Adds a task and waits for its end. */
  public AiTask ask(Wish wish) {
    AiTask task = tasks.add(wish);
    return tasks.await(task.caller(), task.traceId(), Duration.ofMinutes(2));
  }

  @Override
  public void close() {
    scheduling.close();
    feed.close();
    proxies.close();
    database.close();
  }
}
