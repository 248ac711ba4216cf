package com.quaily.service.composer;

import com.quaily.ai.prompt.Prompts;
import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.SuggestionDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Sha256;
import com.quaily.model.ai.TaskCost;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.composer.Suggestion;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps composer tasks together with where their results come from. */
public final class SuggestionStore {

  private static final int TASKS_KEPT = 100;

  private final Transactions transactions;
  private final ComposerTaskDao taskDao;
  private final SuggestionDao suggestionDao;
  private final Prompts prompts;
  private final Clock clock;

  public SuggestionStore(
      Transactions transactions,
      ComposerTaskDao taskDao,
      SuggestionDao suggestionDao,
      Prompts prompts,
      Clock clock) {
    this.transactions = transactions;
    this.taskDao = taskDao;
    this.suggestionDao = suggestionDao;
    this.prompts = prompts;
    this.clock = clock;
  }

  /**
   * What a task makes its result of.
   *
   * @param prompt name of a prompt; empty = the result was extracted from the text
   * @param cost null while no model has answered
   */
  record Source(WriterText text, Optional<String> prompt, @Nullable TaskCost cost) {

    /** A task that a model has yet to do. */
    static Source asked(WriterText text, String prompt) {
      return new Source(text, Optional.of(prompt), null);
    }

    private byte[] hash() {
      return Sha256.of(
          String.join("\n", given(text.title()), given(text.content()), given(text.image())));
    }

    private static String given(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  /** Stores a task that has been done. */
  ComposerTask completed(Caller caller, String type, Map<String, Object> result, Source source) {
    return insert(caller, type, ComposerTask.COMPLETED, result, null, source);
  }

  /**
   * Stores a task that has begun.
   *
   * @param traceId of the AI task; null when it is made of several
   */
  ComposerTask begun(Caller caller, String type, @Nullable UUID traceId, Source source) {
    return insert(caller, type, ComposerTask.PENDING, Map.of(), traceId, source);
  }

  private ComposerTask insert(
      Caller caller,
      String type,
      int status,
      Map<String, Object> result,
      @Nullable UUID traceId,
      Source source) {
    Instant now = clock.instant();
    ComposerTask task =
        new ComposerTask(0, caller.userId(), type, status, result, traceId, now, now);
    return transactions.inTransaction(
        () -> {
          ComposerTask kept = taskDao.insert(task);
          taskDao.deleteBeyond(caller.userId(), TASKS_KEPT);
          suggestionDao.insert(suggestion(kept, source));
          return kept;
        });
  }

  private Suggestion suggestion(ComposerTask task, Source source) {
    Optional<TaskCost> cost = Optional.ofNullable(source.cost());
    return new Suggestion(
        task.id(),
        task.userId(),
        task.type(),
        source.hash(),
        source.prompt().map(name -> prompts.get(name).id()).orElse(Suggestion.EXTRACTED),
        cost.map(TaskCost::models).filter(names -> !names.isEmpty()).orElse(null),
        cost.map(TaskCost::tokens).orElse(0L),
        cost.map(TaskCost::micros).orElse(0L),
        task.createdAt(),
        null,
        null);
  }
}
