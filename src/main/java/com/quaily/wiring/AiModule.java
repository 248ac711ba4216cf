package com.quaily.wiring;

import com.quaily.ai.AiSettings;
import com.quaily.ai.AiTasks;
import com.quaily.ai.Embeddings;
import com.quaily.ai.prompt.Prompts;
import com.quaily.ai.proxy.EmbeddingClient;
import com.quaily.ai.proxy.Proxies;
import com.quaily.ai.scheduler.Budgets;
import com.quaily.ai.scheduler.Presence;
import com.quaily.ai.scheduler.ProxyBoard;
import com.quaily.ai.scheduler.ProxyHealth;
import com.quaily.ai.scheduler.Scheduling;
import com.quaily.ai.scheduler.TaskCalls;
import com.quaily.ai.scheduler.TaskSignals;
import com.quaily.config.Settings;
import com.quaily.dao.AiAttemptDao;
import com.quaily.dao.AiBudgetDao;
import com.quaily.dao.AiKeyDao;
import com.quaily.dao.AiProxyDao;
import com.quaily.dao.AiSchedulerDao;
import com.quaily.dao.AiTaskDao;
import com.quaily.database.ChangeFeed;
import com.quaily.database.Database;
import com.quaily.job.RecurringJob;
import com.quaily.resource.ai.AgentResource;
import com.quaily.resource.ai.AiReportResource;
import com.quaily.resource.ai.AiTaskResource;
import com.quaily.resource.ai.ClassifyResource;
import com.quaily.resource.ai.EmbeddingResource;
import com.quaily.resource.ai.ImageGenerationResource;
import com.quaily.resource.ai.RerankResource;
import com.quaily.service.account.Operators;
import com.quaily.service.ai.AiKeyService;
import com.quaily.service.ai.AiReport;
import com.quaily.service.ai.AiTaskService;
import com.quaily.service.ai.EmbeddingService;
import com.quaily.service.composer.LocalComposer;
import com.quaily.service.composer.LocalProxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** AI tasks: the scheduler, the proxies, and the endpoints for other services. */
public final class AiModule implements ProgramModule {

  /** The news that every process takes. */
  static final List<String> TOPICS =
      List.of(ChangeFeed.AI_TASK_ADDED, ChangeFeed.AI_TASK_ENDED, ChangeFeed.AI_TASK_CANCELLED);

  private static final Duration BROKEN_PAUSE = Duration.ofSeconds(10);

  private final Proxies proxies;
  private final TaskSignals signals;
  private final AiTasks tasks;
  private final Scheduling scheduling;
  private final Embeddings embeddings;
  private final AiKeyService keys;
  private final AiReport report;
  private final Operators operators;
  private final Prompts prompts = new Prompts();
  private final LocalComposer localComposer;

  AiModule(
      Settings settings, Database database, PageModule pages, AccountModule account, Clock clock) {
    operators = account.operators();
    AiSettings ai = settings.ai();
    localComposer = new LocalComposer(pages.markdown());
    proxies = new Proxies(ai.proxies(), Optional.of(new LocalProxy(localComposer)), clock);
    signals = new TaskSignals(database);
    AiTaskDao taskDao = database.dao(AiTaskDao.class);
    AiAttemptDao attemptDao = database.dao(AiAttemptDao.class);
    AiProxyDao proxyDao = database.dao(AiProxyDao.class);
    AiKeyDao keyDao = database.dao(AiKeyDao.class);
    Budgets budgets =
        new Budgets(database.dao(AiBudgetDao.class), keyDao, ai.site(), ai.channel(), clock);
    Presence presence =
        new Presence(database.dao(AiSchedulerDao.class), ai.scheduler().lease(), clock);
    tasks =
        new AiTasks(
            database,
            taskDao,
            attemptDao,
            budgets,
            new AiTasks.Models(proxies, prompts, presence),
            signals,
            new AiTasks.Times(ai, clock));
    ProxyBoard board =
        new ProxyBoard(
            proxies,
            proxyDao,
            attemptDao,
            new ProxyHealth(BROKEN_PAUSE),
            ai.scheduler().strategy());
    scheduling =
        new Scheduling(
            database,
            new Scheduling.Tables(taskDao, attemptDao, proxyDao),
            new Scheduling.Judges(board, budgets, new TaskCalls(prompts), ai.scheduler()),
            proxies,
            signals,
            presence,
            clock);
    embeddings =
        new Embeddings(database, proxies, new EmbeddingClient(clock), proxyDao, budgets, clock);
    keys = new AiKeyService(keyDao, clock);
    report = new AiReport(taskDao, attemptDao, board, clock);
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new AiTaskResource(keys, new AiTaskService(tasks)),
        new EmbeddingResource(keys, new EmbeddingService(embeddings)),
        new RerankResource(),
        new ClassifyResource(),
        new ImageGenerationResource(),
        new AgentResource(),
        new AiReportResource(operators, report));
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(new RecurringJob("ai-tasks-deletion", Duration.ofHours(1), tasks::deleteOld));
  }

  /** Begins to give tasks to proxies. */
  void startScheduler() {
    scheduling.start();
  }

  AiTasks tasks() {
    return tasks;
  }

  Embeddings embeddings() {
    return embeddings;
  }

  Prompts prompts() {
    return prompts;
  }

  /** What answers without a model. */
  LocalComposer localComposer() {
    return localComposer;
  }

  TaskSignals signals() {
    return signals;
  }

  public AiReport report() {
    return report;
  }

  public AiKeyService keys() {
    return keys;
  }

  @Override
  public void close() {
    scheduling.close();
    proxies.close();
  }
}
