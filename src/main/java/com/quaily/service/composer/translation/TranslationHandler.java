package com.quaily.service.composer.translation;

import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.SuggestionDao;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.error.QuailyException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs translations in the background. A second run takes up what the first one has translated. */
public final class TranslationHandler implements JobHandler<TranslationOrder> {

  /** A post waits for its translation. */
  public static final JobType<TranslationOrder> TYPE =
      new JobType<>("composer-translation", TranslationOrder.class);

  private static final Logger LOG = LoggerFactory.getLogger(TranslationHandler.class);

  private final Translator translator;
  private final TranslationTurns turns;
  private final ComposerTaskDao taskDao;
  private final SuggestionDao suggestionDao;
  private final Clock clock;

  public TranslationHandler(
      Translator translator,
      TranslationTurns turns,
      ComposerTaskDao taskDao,
      SuggestionDao suggestionDao,
      Clock clock) {
    this.translator = translator;
    this.turns = turns;
    this.taskDao = taskDao;
    this.suggestionDao = suggestionDao;
    this.clock = clock;
  }

  @Override
  public JobType<TranslationOrder> type() {
    return TYPE;
  }

  @Override
  public void run(TranslationOrder order) {
    turns.runIfFree(() -> translate(order));
  }

  @Override
  public Optional<Instant> next(TranslationOrder order) {
    return taskDao
        .select(order.userId(), order.taskId())
        .filter(task -> task.status() == ComposerTask.PENDING)
        .map(task -> clock.instant().plus(TranslationTurns.ASK_AGAIN));
  }

  private void translate(TranslationOrder order) {
    if (!report(order, 0, 0)) {
      return;
    }
    try {
      Translation translation =
          translator.translate(source(order), (done, all) -> report(order, done, all));
      suggestionDao.made(order.taskId(), translation.cost());
      update(order, ComposerTask.COMPLETED, translation.toMap());
    } catch (TranslationStopped e) {
      LOG.info("translation {} was cancelled", order.taskId());
    } catch (QuailyException | IllegalStateException e) {
      LOG.warn("translation {} failed: {}", order.taskId(), e.getMessage());
      update(order, ComposerTask.FAILED, Map.of("error", e.getMessage()));
    }
  }

  private static TranslationSource source(TranslationOrder order) {
    return new TranslationSource(
        order.userId(),
        order.channelId(),
        order.language(),
        order.title(),
        "",
        order.content(),
        order.glossary(),
        Map.of());
  }

  private boolean report(TranslationOrder order, int done, int all) {
    return update(order, ComposerTask.RUNNING, Map.of("done", done, "blocks", all));
  }

  private boolean update(TranslationOrder order, int status, Map<String, Object> result) {
    return taskDao.update(order.taskId(), status, result, clock.instant()) > 0;
  }
}
