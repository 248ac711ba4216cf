package com.quaily.wiring;

import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Database;
import com.quaily.resource.composer.ComposerResource;
import com.quaily.resource.composer.ComposerTaskResource;
import com.quaily.service.composer.ComposerService;
import com.quaily.service.composer.LocalComposer;
import java.time.Clock;
import java.util.List;

/** The composer: slugs, summaries, tags and threads from a text. */
final class ComposerModule implements ProgramModule {

  private final ComposerService composerService;

  ComposerModule(Database database, PageModule pages, Clock clock) {
    composerService =
        new ComposerService(
            database,
            database.dao(ComposerTaskDao.class),
            database.dao(PostDao.class),
            new LocalComposer(pages.markdown()),
            clock);
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new ComposerResource(composerService), new ComposerTaskResource(composerService));
  }
}
