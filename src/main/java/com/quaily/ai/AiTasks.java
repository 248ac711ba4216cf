package com.quaily.ai;

import com.quaily.ai.prompt.Prompt;
import com.quaily.ai.prompt.Prompts;
import com.quaily.ai.proxy.Proxies;
import com.quaily.ai.proxy.TokenEstimate;
import com.quaily.ai.scheduler.Budgets;
import com.quaily.ai.scheduler.Presence;
import com.quaily.ai.scheduler.TaskSignals;
import com.quaily.dao.AiAttemptDao;
import com.quaily.dao.AiTaskDao;
import com.quaily.database.Transactions;
import com.quaily.model.Sha256;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.ai.NewAiTask;
import com.quaily.model.ai.TaskCost;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.TooManyException;
import com.quaily.model.error.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** AI tasks for those who have some: they add them, wait for them and cancel them. */
public final class AiTasks {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final Transactions transactions;
  private final AiTaskDao taskDao;
  private final AiAttemptDao attemptDao;
  private final Budgets budgets;
  private final Models models;
  private final TaskSignals signals;
  private final Times times;

  /** What has to do with time. */
  public record Times(AiSettings settings, Clock clock) {}

  /** What models there are and how they are asked. */
  public record Models(Proxies proxies, Prompts prompts, Presence presence) {}

  public AiTasks(
      Transactions transactions,
      AiTaskDao taskDao,
      AiAttemptDao attemptDao,
      Budgets budgets,
      Models models,
      TaskSignals signals,
      Times times) {
    this.transactions = transactions;
    this.taskDao = taskDao;
    this.attemptDao = attemptDao;
    this.budgets = budgets;
    this.models = models;
    this.signals = signals;
    this.times = times;
  }

  /**
   * A wish for an answer.
   *
   * @param caller {@code key:ID}, {@code user:ID} or {@code channel:ID}
   * @param channelId whose text it is; null = of no channel
   * @param priority one of the constants of {@link AiTask}
   * @param modelClass for requests without a prompt
   * @param idempotencyKey joins equal wishes of a caller; null = each is a task
   * @param deadline from now; null = the setting
   */
  public record Wish(
      String caller,
      @Nullable Long channelId,
      int priority,
      ModelClass modelClass,
      AiRequest request,
      @Nullable String idempotencyKey,
      @Nullable Duration deadline) {}

  /** Whether a model is configured at all. */
  public boolean hasModels() {
    return models.proxies().hasModels();
  }

  /** Whether a model is configured that sees images. */
  public boolean seeImages() {
    return models.proxies().seeImages();
  }

  /** Whether a scheduler runs that will do tasks; without one they are only kept. */
  public boolean isServed() {
    return models.presence().isServed();
  }

  /**
   * Adds a task, or returns the one that gives the same answer.
   *
   * @throws UnavailableException when no model is configured
   * @throws TooManyException when a budget is used up
   */
  public AiTask add(Wish wish) {
    if (!hasModels()) {
      throw new UnavailableException(
          ErrorCode.AI_NOT_CONFIGURED, ErrorCode.AI_NOT_CONFIGURED.message());
    }
    NewAiTask task = task(wish);
    Optional<AiTask> known = answered(task);
    if (known.isPresent()) {
      return known.get();
    }
    budgets
        .exhausted(wish.caller(), wish.channelId())
        .ifPresent(
            pause -> {
              throw new TooManyException(ErrorCode.AI_BUDGET, pause);
            });
    AiTask added = transactions.inTransaction(() -> insert(task));
    signals.addedHere();
    return added;
  }

  private AiTask insert(NewAiTask task) {
    Optional<AiTask> inserted = taskDao.insertIfAbsent(task);
    signals.added();
    return inserted
        .or(() -> taskDao.selectByIdempotencyKey(task.caller(), task.idempotencyKey()))
        // The other one failed in between.
        .or(() -> taskDao.insertIfAbsent(task))
        .orElseThrow(() -> new IllegalStateException("the task was neither new nor known"));
  }

  private Optional<AiTask> answered(NewAiTask task) {
    Duration cache = times.settings().cache();
    return cache.isZero()
        ? Optional.empty()
        : taskDao
            .selectAnswer(task.requestHash(), task.now().minus(cache))
            .map(answer -> taskDao.insertAnswered(task, answer.result()));
  }

  private NewAiTask task(Wish wish) {
    AiRequest request = wish.request();
    Optional<Prompt> prompt =
        request.prompt().isEmpty()
            ? Optional.empty()
            : Optional.of(models.prompts().get(request.prompt()));
    Instant now = times.clock().instant();
    Duration deadline =
        wish.deadline() == null ? times.settings().scheduler().deadline() : wish.deadline();
    return new NewAiTask(
        UUID.randomUUID(),
        wish.caller(),
        wish.channelId(),
        prompt.map(Prompt::name).orElse("chat"),
        wish.priority(),
        prompt.map(it -> it.steps().get(0).modelClass()).orElse(wish.modelClass()),
        request.toJson(),
        hash(wish, prompt),
        wish.idempotencyKey(),
        inputTokens(request, prompt),
        prompt.map(it -> it.steps().get(0).maxOutputTokens()).orElse(request.maxOutputTokens()),
        now.plus(deadline),
        now);
  }

  private static int inputTokens(AiRequest request, Optional<Prompt> prompt) {
    return prompt
        .map(it -> TokenEstimate.of(it.steps().get(0).messages(request.input())))
        .orElseGet(() -> TokenEstimate.of(request.messages()));
  }

  /** Everything that an answer depends on, and whose text it is. */
  private static byte[] hash(Wish wish, Optional<Prompt> prompt) {
    String owner = wish.channelId() == null ? wish.caller() : "channel:" + wish.channelId();
    return Sha256.of(
        String.join(
            "\n",
            owner,
            wish.modelClass().name(),
            prompt.map(Prompt::id).orElse(""),
            wish.request().toJson()));
  }

  /**
   * A task of the caller.
   *
   * @throws NotFoundException when it is not theirs or does not exist
   */
  public AiTask get(String caller, UUID traceId) {
    return find(caller, traceId)
        .orElseThrow(() -> new NotFoundException(ErrorCode.AI_TASK_NOT_FOUND));
  }

  /** As {@link #get}; empty when there is no such task, or no longer. */
  public Optional<AiTask> find(String caller, UUID traceId) {
    return taskDao.selectByTrace(traceId).filter(task -> task.caller().equals(caller));
  }

  /** As {@link #get}, after the task has ended or the time is over. */
  public AiTask await(String caller, UUID traceId, Duration most) {
    Instant end = times.clock().instant().plus(most);
    AiTask task = get(caller, traceId);
    for (Duration left = most; !task.hasEnded() && !left.isNegative(); left = leftUntil(end)) {
      try (TaskSignals.Watch watch = signals.watch(traceId)) {
        task = get(caller, traceId);
        if (!task.hasEnded()) {
          watch.await(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
          task = get(caller, traceId);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return task;
      }
    }
    return task;
  }

  private Duration leftUntil(Instant end) {
    return Duration.between(times.clock().instant(), end).minusMillis(1);
  }

  /** Cancels a task of the caller, also in the provider; one that has ended stays as it is. */
  public void cancel(String caller, UUID traceId) {
    get(caller, traceId);
    transactions.inTransaction(
        () ->
            taskDao
                .cancel(traceId, times.clock().instant())
                .ifPresent(
                    id -> {
                      signals.cancelled(id);
                      signals.ended(traceId);
                    }));
  }

  /** What a task has cost so far. */
  public TaskCost cost(AiTask task) {
    return attemptDao.selectCost(task.id());
  }

  /** Number of tasks that wait for a proxy. */
  public long pending() {
    return taskDao.countPending();
  }

  /** Deletes tasks that ended long ago. */
  public void deleteOld() {
    taskDao.deleteEnded(times.clock().instant().minus(times.settings().keep()));
  }
}
