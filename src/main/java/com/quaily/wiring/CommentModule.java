package com.quaily.wiring;

import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.resource.comment.CommentListResource;
import com.quaily.resource.comment.CommentResource;
import com.quaily.resource.view.CommentViews;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.comment.CommentNoticeHandler;
import com.quaily.service.comment.CommentNotices;
import com.quaily.service.comment.CommentQueries;
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
    ChannelAccess access = channels.access();
    commentService =
        new CommentService(
            database,
            access,
            posts.lookup(),
            subscriptions.subscriptions(),
            new CommentNotices(pages.jobQueue()),
            pages.changeLog(),
            clock);
    commentQueries = new CommentQueries(database, access, posts.lookup());
    jobHandlers =
        List.of(new CommentNoticeHandler(database, pages.urls(), mail.composer(), mail.mailer()));
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
