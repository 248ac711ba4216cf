package com.quaily.wiring;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.CommentDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SpamScoreDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.resource.comment.CommentListResource;
import com.quaily.resource.comment.CommentResource;
import com.quaily.resource.view.CommentViews;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.comment.CommentAccess;
import com.quaily.service.comment.CommentNoticeHandler;
import com.quaily.service.comment.CommentNotices;
import com.quaily.service.comment.CommentQueries;
import com.quaily.service.comment.CommentScreening;
import com.quaily.service.comment.CommentService;
import java.time.Clock;
import java.util.List;

/** Comments on posts. */
final class CommentModule implements ProgramModule {

  private final CommentService commentService;
  private final CommentQueries commentQueries;
  private final List<JobHandler<?>> jobHandlers;

  CommentModule(
      Database database,
      PageModule pages,
      MailModule mail,
      ChannelModule channels,
      PostModule posts,
      SubscriptionModule subscriptions,
      Clock clock) {
    CommentDao commentDao = database.dao(CommentDao.class);
    SpamScoreDao scoreDao = database.dao(SpamScoreDao.class);
    PostDao postDao = database.dao(PostDao.class);
    UserDao userDao = database.dao(UserDao.class);
    ChannelAccess access = channels.access();
    commentService =
        new CommentService(
            database,
            commentDao,
            new CommentAccess(access, subscriptions.subscriptions()),
            posts.lookup(),
            new CommentService.Effects(
                new CommentNotices(pages.jobQueue()),
                new CommentScreening(scoreDao, pages.jobQueue()),
                pages.changeLog()),
            clock);
    commentQueries =
        new CommentQueries(commentDao, scoreDao, userDao, postDao, access, posts.lookup());
    jobHandlers =
        List.of(
            new CommentNoticeHandler(
                commentDao,
                postDao,
                database.dao(ChannelDao.class),
                userDao,
                pages.urls(),
                mail.systemMailer()));
  }

  CommentService commentService() {
    return commentService;
  }

  @Override
  public List<Object> resources(Views views) {
    CommentViews commentViews = new CommentViews(commentQueries, views.users());
    return List.of(
        new CommentResource(commentService, commentQueries, commentViews),
        new CommentListResource(commentQueries, commentViews));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return jobHandlers;
  }
}
