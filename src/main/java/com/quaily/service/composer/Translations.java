package com.quaily.service.composer;

import com.quaily.job.JobQueue;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.composer.translation.TranslationHandler;
import com.quaily.service.composer.translation.TranslationOrder;
import com.quaily.service.validation.FieldValidator;
import java.util.Locale;

/** Accepts translations of posts, which workers then make. */
public final class Translations {

  private final Assistant assistant;
  private final JobQueue jobs;

  public Translations(Assistant assistant, JobQueue jobs) {
    this.assistant = assistant;
    this.jobs = jobs;
  }

  /**
   * Queues a translation in the caller's transaction.
   *
   * @param taskId the composer task that shows the progress
   */
  void begin(Caller caller, long taskId, WriterText text) {
    Draft draft = Draft.of(text.title(), text.content());
    String list = FieldValidator.requiredLine("list", text.list(), Limits.NAME);
    long channelId = assistant.requireModelFor(caller, list).id();
    TranslationOrder order =
        new TranslationOrder(
            taskId,
            caller.userId(),
            channelId,
            language(text.language()),
            draft.title(),
            draft.content(),
            FieldValidator.text("glossary", text.glossary(), Limits.OPTIONS));
    jobs.enqueue(TranslationHandler.TYPE, "task-" + taskId, order);
  }

  private static String language(String given) {
    String tag = FieldValidator.requiredLine("language", given, Limits.LANG);
    Locale locale = Locale.forLanguageTag(tag);
    if (locale.getLanguage().isEmpty()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "language", "must be a language tag such as en, ja or zh-TW");
    }
    return locale.toLanguageTag();
  }
}
