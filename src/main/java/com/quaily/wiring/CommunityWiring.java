package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.Database;
import com.quaily.delivery.mail.Mailer;
import com.quaily.resource.comment.CommentListResource;
import com.quaily.resource.comment.CommentResource;
import com.quaily.resource.post.PackResource;
import com.quaily.resource.subscription.MemberImportResource;
import com.quaily.resource.subscription.MemberListResource;
import com.quaily.resource.subscription.MemberResource;
import com.quaily.resource.subscription.OneClickResource;
import com.quaily.resource.subscription.SubscriptionFormResource;
import com.quaily.resource.subscription.SubscriptionResource;
import com.quaily.resource.tweet.TweetReplyResource;
import com.quaily.resource.tweet.TweetResource;
import com.quaily.resource.view.CommentViews;
import com.quaily.resource.view.SubscriptionViews;
import com.quaily.resource.view.TweetViews;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.comment.CommentNoticeHandler;
import com.quaily.service.comment.CommentNotices;
import com.quaily.service.comment.CommentReading;
import com.quaily.service.comment.CommentService;
import com.quaily.service.post.PackService;
import com.quaily.service.post.PostFinder;
import com.quaily.service.subscription.MemberImport;
import com.quaily.service.subscription.MemberService;
import com.quaily.service.subscription.Memberships;
import com.quaily.service.subscription.SubscriptionPages;
import com.quaily.service.subscription.SubscriptionService;
import com.quaily.service.tweet.TweetReading;
import com.quaily.service.tweet.TweetReplies;
import com.quaily.service.tweet.TweetService;
import com.quaily.task.JobHandler;
import java.time.Clock;
import java.util.List;

/**
 * Builds what a channel's readers take part in: subscriptions, members, comments, tweets and packs.
 */
final class CommunityWiring {

  private final ServiceWiring services;
  private final ChallengeProvider challengeProvider;
  private final SubscriptionService subscriptionService;
  private final SubscriptionPages subscriptionPages;
  private final MemberService memberService;
  private final MemberImport memberImport;
  private final CommentService commentService;
  private final CommentReading commentReading;
  private final TweetService tweetService;
  private final TweetReading tweetReading;
  private final TweetReplies tweetReplies;
  private final PackService packService;
  private final List<JobHandler<?>> handlers;

  CommunityWiring(
      Settings settings,
      Database database,
      PageWiring pages,
      ServiceWiring services,
      AuthWiring auth,
      Mailer mailer,
      Clock clock) {
    this.services = services;
    challengeProvider = auth.challengeProvider();
    ChannelAccess access = services.access();
    PostFinder finder = services.finder();
    Memberships memberships = services.memberships();
    subscriptionService =
        new SubscriptionService(
            database, memberships, access, services.mailComposer(), mailer, settings.site(), clock);
    subscriptionPages = new SubscriptionPages(access, pages.renderer(), pages.urls());
    memberService = new MemberService(database, memberships, access, clock);
    memberImport = new MemberImport(database, memberships, access, clock);
    commentService =
        new CommentService(
            database,
            access,
            finder,
            memberships,
            new CommentNotices(pages.jobQueue()),
            pages.jobs(),
            clock);
    commentReading = new CommentReading(database, access, finder);
    tweetReading = new TweetReading(database, access, memberships);
    tweetService = new TweetService(database, tweetReading, access, clock);
    tweetReplies = new TweetReplies(database, tweetReading, access, clock);
    packService = new PackService(database, access, clock);
    handlers =
        List.of(new CommentNoticeHandler(database, pages.urls(), services.mailComposer(), mailer));
  }

  SubscriptionPages subscriptionPages() {
    return subscriptionPages;
  }

  /** What of this the API offers. */
  List<Object> resources(Views views) {
    SubscriptionViews subscriptionViews = new SubscriptionViews(views.users(), views.channels());
    CommentViews commentViews = new CommentViews(commentReading, views.users());
    TweetViews tweetViews = new TweetViews(views.users(), services.markdownTexts());
    return List.of(
        new SubscriptionResource(subscriptionService, subscriptionViews, challengeProvider),
        new SubscriptionFormResource(subscriptionService, subscriptionPages, challengeProvider),
        new OneClickResource(subscriptionService),
        new MemberResource(memberService, subscriptionViews),
        new MemberListResource(memberService, subscriptionViews),
        new MemberImportResource(memberImport),
        new CommentResource(commentService, commentReading, commentViews),
        new CommentListResource(commentReading, commentViews),
        new TweetResource(tweetService, tweetReading, tweetViews),
        new TweetReplyResource(tweetReplies, tweetReading, tweetViews),
        new PackResource(packService, services.postReading(), views.posts()));
  }

  /** What of this works in the background. */
  List<JobHandler<?>> handlers() {
    return handlers;
  }
}
