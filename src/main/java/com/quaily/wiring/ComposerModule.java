package com.quaily.wiring;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.JobDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SuggestionDao;
import com.quaily.dao.TranslatedBlockDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.job.RecurringJob;
import com.quaily.resource.composer.ComposerResource;
import com.quaily.resource.composer.ComposerTaskResource;
import com.quaily.service.composer.Assistant;
import com.quaily.service.composer.ComposerService;
import com.quaily.service.composer.ComposerTasks;
import com.quaily.service.composer.LocalComposer;
import com.quaily.service.composer.SuggestionStore;
import com.quaily.service.composer.Suggestions;
import com.quaily.service.composer.Translations;
import com.quaily.service.composer.UploadedImages;
import com.quaily.service.composer.WritingTasks;
import com.quaily.service.composer.translation.TranslationHandler;
import com.quaily.service.composer.translation.Translator;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The composer: slugs, summaries, tags and threads from a text. */
final class ComposerModule implements ProgramModule {

  private final LocalComposer localComposer;
  private final ComposerService composerService;
  private final ComposerTasks composerTasks;
  private final TranslationHandler translationHandler;

  ComposerModule(
      Database database,
      ObjectStorage storage,
      PageModule pages,
      ChannelModule channels,
      AiModule ai,
      Clock clock) {
    localComposer = new LocalComposer(pages.markdown());
    Assistant assistant =
        new Assistant(ai.tasks(), database.dao(ChannelDao.class), channels.access());
    composerTasks =
        new ComposerTasks(
            database.dao(ComposerTaskDao.class),
            database.dao(SuggestionDao.class),
            assistant,
            clock);
    composerService =
        new ComposerService(
            database,
            new SuggestionStore(
                database,
                database.dao(ComposerTaskDao.class),
                database.dao(SuggestionDao.class),
                ai.prompts(),
                clock),
            database.dao(PostDao.class),
            new Suggestions(localComposer, assistant),
            assistant,
            new WritingTasks(assistant, new UploadedImages(storage)),
            new Translations(assistant, new JobQueue(database, database.dao(JobDao.class), clock)));
    translationHandler =
        new TranslationHandler(
            new Translator(
                ai.tasks(),
                database.dao(TranslatedBlockDao.class),
                ai.prompts().get(Translator.PROMPT).id(),
                clock),
            database.dao(ComposerTaskDao.class),
            clock);
  }

  @Override
  public void start() {
    Thread warmUp = new Thread(localComposer::warmUp, "composer-warm-up");
    warmUp.setDaemon(true);
    warmUp.start();
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return List.of(translationHandler);
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob(
            "suggestions-deletion", Duration.ofDays(1), composerTasks::deleteUnaccepted));
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new ComposerResource(composerService),
        new ComposerTaskResource(composerService, composerTasks));
  }
}
