package com.quaily.service.composer;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.SuggestionDao;
import com.quaily.model.Caller;
import com.quaily.model.JsonText;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.TaskCost;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.composer.Suggestion;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tasks of a writer, and how far they are. */
public final class ComposerTasks {

  private static final Duration UNACCEPTED = Duration.ofDays(30);

  private final ComposerTaskDao taskDao;
  private final SuggestionDao suggestionDao;
  private final Assistant assistant;
  private final Clock clock;

  public ComposerTasks(
      ComposerTaskDao taskDao, SuggestionDao suggestionDao, Assistant assistant, Clock clock) {
    this.taskDao = taskDao;
    this.suggestionDao = suggestionDao;
    this.assistant = assistant;
    this.clock = clock;
  }

  /**
   * A task and how far it is.
   *
   * @param partial what a model has written so far
   * @param error why it failed
   * @param cost null when no model had to do with it
   */
  public record Progress(
      ComposerTask task,
      @Nullable String partial,
      @Nullable String error,
      @Nullable TaskCost cost) {}

  /**
   * A task of the caller.
   *
   * @throws NotFoundException when they have none with this id
   */
  public Progress get(Caller caller, long id) {
    return await(caller, id, Duration.ZERO);
  }

  /** As {@link #get}, after the task has ended or the time is over. */
  public Progress await(Caller caller, long id, Duration most) {
    ComposerTask task = select(caller, id);
    if (task.hasEnded()) {
      return new Progress(task, null, error(task), null);
    }
    if (task.traceId() == null) {
      pause(most);
      ComposerTask later = select(caller, id);
      return new Progress(later, null, error(later), null);
    }
    AiTask ai = assistant.await(caller.userId(), task.traceId(), most);
    TaskCost cost = assistant.cost(ai);
    return ai.hasEnded()
        ? ended(caller, task, ai, cost)
        : new Progress(with(task, ai.status(), Map.of()), ai.partial(), null, cost);
  }

  /**
   * Records that the caller accepted the result of a task; the first time counts.
   *
   * @throws NotFoundException when they have no such task that is completed
   */
  public Suggestion accept(Caller caller, long id) {
    if (select(caller, id).status() == ComposerTask.COMPLETED) {
      suggestionDao.accept(id, caller.userId(), clock.instant());
    }
    return suggestionDao
        .select(caller.userId(), id)
        .filter(suggestion -> suggestion.acceptedAt() != null)
        .orElseThrow(() -> new NotFoundException(ErrorCode.COMPOSER_TASK_NOT_FOUND));
  }

  /** Forgets where suggestions came from that nobody accepted for long. */
  public void deleteUnaccepted() {
    suggestionDao.deleteUnaccepted(clock.instant().minus(UNACCEPTED));
  }

  /** Cancels a task of the caller; one that has ended stays as it is. */
  public Progress cancel(Caller caller, long id) {
    ComposerTask task = select(caller, id);
    if (task.traceId() == null) {
      taskDao.update(id, ComposerTask.FAILED, Map.of("error", cancelled()), clock.instant());
    } else {
      assistant.cancel(caller.userId(), task.traceId());
    }
    return get(caller, id);
  }

  /** Translations are made of many AI tasks and note their progress themselves. */
  private static void pause(Duration most) {
    try {
      Thread.sleep(most.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ComposerTask select(Caller caller, long id) {
    return taskDao
        .select(caller.userId(), id)
        .orElseThrow(() -> new NotFoundException(ErrorCode.COMPOSER_TASK_NOT_FOUND));
  }

  /** AI tasks are deleted after some days; the writer's task keeps the result. */
  private Progress ended(Caller caller, ComposerTask task, AiTask ai, TaskCost cost) {
    boolean good = ai.status() == AiTask.COMPLETED;
    Map<String, Object> result =
        good
            ? result(ai)
            : Map.of("error", Optional.ofNullable(ai.errorMessage()).orElse(cancelled()));
    int status = good ? ComposerTask.COMPLETED : ComposerTask.FAILED;
    taskDao.update(task.id(), status, result, clock.instant());
    suggestionDao.made(task.id(), cost);
    ComposerTask stored = select(caller, task.id());
    return new Progress(stored, null, error(stored), cost);
  }

  private static String cancelled() {
    return ErrorCode.AI_CANCELLED.message();
  }

  private static Map<String, Object> result(AiTask ai) {
    try {
      JsonNode result = JsonText.reader().readTree(ai.result());
      JsonNode text = result.path("response").path("text");
      return text.isTextual()
          ? Map.of("text", text.textValue())
          : JsonText.reader().forType(Map.class).readValue(result);
    } catch (IOException e) {
      throw new IllegalStateException("the stored result cannot be read", e);
    }
  }

  private static @Nullable String error(ComposerTask task) {
    return task.result().get("error") instanceof String error ? error : null;
  }

  private static ComposerTask with(ComposerTask task, int status, Map<String, Object> result) {
    return new ComposerTask(
        task.id(),
        task.userId(),
        task.type(),
        status,
        result,
        task.traceId(),
        task.createdAt(),
        task.updatedAt());
  }
}
