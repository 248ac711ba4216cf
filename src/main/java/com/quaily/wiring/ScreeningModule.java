package com.quaily.wiring;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.CommentDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SpamScoreDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.service.comment.SpamCheckHandler;
import java.time.Clock;
import java.util.List;

/** What models say about comments. */
final class ScreeningModule implements ProgramModule {

  private final List<JobHandler<?>> jobHandlers;

  ScreeningModule(Database database, PageModule pages, AiModule ai, Clock clock) {
    jobHandlers =
        List.of(
            new SpamCheckHandler(
                database,
                new SpamCheckHandler.Tables(
                    database.dao(CommentDao.class),
                    database.dao(SpamScoreDao.class),
                    database.dao(PostDao.class),
                    database.dao(ChannelDao.class)),
                pages.changeLog(),
                ai.tasks(),
                pages.jobQueue(),
                ai.prompts().get(SpamCheckHandler.PROMPT).id(),
                clock));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return jobHandlers;
  }
}
