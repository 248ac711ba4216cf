package com.quaily.wiring;

import com.quaily.dao.Database;
import com.quaily.delivery.MailComposer;
import com.quaily.delivery.Mailer;
import com.quaily.resource.CommentListResource;
import com.quaily.resource.CommentResource;
import com.quaily.resource.MemberImportResource;
import com.quaily.resource.MemberListResource;
import com.quaily.resource.MemberResource;
import com.quaily.resource.OneClickResource;
import com.quaily.resource.PackResource;
import com.quaily.resource.SubscriptionFormResource;
import com.quaily.resource.SubscriptionResource;
import com.quaily.resource.TweetReplyResource;
import com.quaily.resource.TweetResource;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.CommentViews;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.SubscriptionViews;
import com.quaily.resource.view.TweetViews;
import com.quaily.resource.view.UserViews;
import com.quaily.service.ChannelAccess;
import com.quaily.service.CommentNoticeHandler;
import com.quaily.service.CommentNotices;
import com.quaily.service.CommentReading;
import com.quaily.service.CommentService;
import com.quaily.service.MemberImport;
import com.quaily.service.MemberService;
import com.quaily.service.Memberships;
import com.quaily.service.PackService;
import com.quaily.service.PostFinder;
import com.quaily.service.TweetReading;
import com.quaily.service.TweetReplies;
import com.quaily.service.TweetService;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.task.JobQueue;
import java.time.Clock;
import java.util.List;

/** Builds what a channel's readers take part in: members, comments, tweets and packs. */
final class CommunityWiring {

  private final MemberService memberService;
  private final MemberImport memberImport;
  private final CommentService commentService;
  private final CommentReading commentReading;
  private final CommentNoticeHandler commentNoticeHandler;
  private final TweetService tweetService;
  private final TweetReading tweetReading;
  private final TweetReplies tweetReplies;
  private final PackService packService;

  CommunityWiring(
      Database database,
      ChannelAccess access,
      PostFinder finder,
      Memberships memberships,
      PageWiring pages,
      MailComposer mailComposer,
      Mailer mailer,
      Clock clock) {
    memberService = new MemberService(database, memberships, access, clock);
    memberImport = new MemberImport(database, memberships, access, clock);
    commentService =
        new CommentService(
            database,
            access,
            finder,
            memberships,
            new CommentNotices(new JobQueue(database, clock)),
            pages.jobs(),
            clock);
    commentReading = new CommentReading(database, access, finder);
    commentNoticeHandler = new CommentNoticeHandler(database, pages.urls(), mailComposer, mailer);
    tweetReading = new TweetReading(database, access, memberships);
    tweetService = new TweetService(database, tweetReading, access, clock);
    tweetReplies = new TweetReplies(database, tweetReading, access, clock);
    packService = new PackService(database, access, clock);
  }

  CommentNoticeHandler commentNoticeHandler() {
    return commentNoticeHandler;
  }

  List<Object> resources(
      ServiceWiring services,
      ChallengeProvider challengeProvider,
      UserViews userViews,
      ChannelViews channelViews,
      PostViews postViews) {
    SubscriptionViews subscriptionViews = new SubscriptionViews(userViews, channelViews);
    CommentViews commentViews = new CommentViews(commentReading, userViews);
    TweetViews tweetViews = new TweetViews(userViews, services.markdownTexts());
    return List.of(
        new SubscriptionResource(
            services.subscriptionService(), subscriptionViews, challengeProvider),
        new SubscriptionFormResource(
            services.subscriptionService(), services.subscriptionPages(), challengeProvider),
        new OneClickResource(services.subscriptionService()),
        new MemberResource(memberService, subscriptionViews),
        new MemberListResource(memberService, subscriptionViews),
        new MemberImportResource(memberImport),
        new CommentResource(commentService, commentReading, commentViews),
        new CommentListResource(commentReading, commentViews),
        new TweetResource(tweetService, tweetReading, tweetViews),
        new TweetReplyResource(tweetReplies, tweetReading, tweetViews),
        new PackResource(packService, services.postReading(), postViews));
  }
}
