package com.quaily.wiring;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.CrossPostDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SuggestionDao;
import com.quaily.dao.TranslatedBlockDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.job.RecurringJob;
import com.quaily.resource.composer.ComposerResource;
import com.quaily.resource.composer.ComposerTaskResource;
import com.quaily.resource.crosspost.CrossPostResource;
import com.quaily.resource.crosspost.CrossPostTargetResource;
import com.quaily.resource.crosspost.CrossPostViews;
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
import com.quaily.service.composer.translation.TranslationTurns;
import com.quaily.service.composer.translation.Translator;
import com.quaily.service.crosspost.CrossPostHandler;
import com.quaily.service.crosspost.CrossPostReview;
import com.quaily.service.crosspost.CrossPostTargets;
import com.quaily.service.crosspost.CrossPosts;
import com.quaily.service.post.PostQueries;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The composer: slugs, summaries, tags and threads from a text, and posts in other languages. */
final class ComposerModule implements ProgramModule {

  private final LocalComposer localComposer;
  private final ComposerService composerService;
  private final ComposerTasks composerTasks;
  private final TranslationHandler translationHandler;
  private final CrossPostTargets crossPostTargets;
  private final CrossPosts crossPosts;
  private final CrossPostReview crossPostReview;
  private final CrossPostHandler crossPostHandler;
  private final PostQueries postQueries;

  ComposerModule(
      Database database,
      ObjectStorage storage,
      PageModule pages,
      ChannelModule channels,
      PostModule posts,
      AiModule ai,
      Clock clock) {
    localComposer = ai.localComposer();
    Assistant assistant =
        new Assistant(ai.tasks(), database.dao(ChannelDao.class), channels.access());
    JobQueue jobs = pages.jobQueue();
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
            new Translations(assistant, jobs));
    Translator translator =
        new Translator(
            ai.tasks(),
            database.dao(TranslatedBlockDao.class),
            ai.prompts().get(Translator.PROMPT).id(),
            clock);
    TranslationTurns turns = new TranslationTurns();
    translationHandler =
        new TranslationHandler(
            translator,
            turns,
            database.dao(ComposerTaskDao.class),
            database.dao(SuggestionDao.class),
            clock);
    CrossPostDao crossPostDao = database.dao(CrossPostDao.class);
    ChannelDao channelDao = database.dao(ChannelDao.class);
    PostDao postDao = database.dao(PostDao.class);
    crossPostTargets = new CrossPostTargets(database, crossPostDao, channelDao, channels.access());
    crossPosts =
        new CrossPosts(
            database, crossPostDao, crossPostTargets, posts.lookup(), assistant, jobs, clock);
    crossPostReview =
        new CrossPostReview(
            crossPostDao,
            crossPostTargets,
            channels.access(),
            posts.lookup(),
            postDao,
            posts.postService(),
            clock);
    crossPostHandler =
        new CrossPostHandler(database, crossPostDao, postDao, channelDao, translator, turns, clock);
    postQueries = posts.postQueries();
  }

  @Override
  public void start() {
    Thread warmUp = new Thread(localComposer::warmUp, "composer-warm-up");
    warmUp.setDaemon(true);
    warmUp.start();
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return List.of(translationHandler, crossPostHandler);
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
        new ComposerTaskResource(composerService, composerTasks),
        new CrossPostTargetResource(crossPostTargets, crossPostReview),
        new CrossPostResource(
            crossPosts,
            crossPostReview,
            new CrossPostViews(views.users()),
            postQueries,
            views.posts()));
  }
}
