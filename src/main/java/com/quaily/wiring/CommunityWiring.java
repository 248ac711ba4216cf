package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.database.Database;
import com.quaily.delivery.mail.Mailer;
import com.quaily.resource.comment.CommentListResource;
import com.quaily.resource.comment.CommentResource;
import com.quaily.resource.post.PackResource;
import com.quaily.resource.subscription.SubscriberImportResource;
import com.quaily.resource.subscription.SubscriberListResource;
import com.quaily.resource.subscription.SubscriberResource;
import com.quaily.resource.subscription.OneClickUnsubscribeResource;
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
import com.quaily.service.comment.CommentQueries;
import com.quaily.service.comment.CommentService;
import com.quaily.service.post.PackService;
import com.quaily.service.post.PostLookup;
import com.quaily.service.subscription.SubscriberImport;
import com.quaily.service.subscription.SubscriberService;
import com.quaily.service.subscription.Subscriptions;
import com.quaily.service.subscription.SubscriptionPages;
import com.quaily.service.subscription.SubscriptionService;
import com.quaily.service.tweet.TweetQueries;
import com.quaily.service.tweet.TweetReplies;
import com.quaily.service.tweet.TweetService;
import com.quaily.job.JobHandler;
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
  private final SubscriberService memberService;
  private final SubscriberImport memberImport;
  private final CommentService commentService;
  private final CommentQueries commentReading;
  private final TweetService tweetService;
  private final TweetQueries tweetReading;
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
    PostLookup finder = services.finder();
    Subscriptions memberships = services.memberships();
    subscriptionService =
        new SubscriptionService(
            database, memberships, access, services.mailComposer(), mailer, settings.site(), clock);
    subscriptionPages = new SubscriptionPages(access, pages.renderer(), pages.urls());
    memberService = new SubscriberService(database, memberships, access, clock);
    memberImport = new SubscriberImport(database, memberships, access, clock);
    commentService =
        new CommentService(
            database,
            access,
            finder,
            memberships,
            new CommentNotices(pages.jobQueue()),
            pages.jobs(),
            clock);
    commentReading = new CommentQueries(database, access, finder);
    tweetReading = new TweetQueries(database, access, memberships);
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
        new OneClickUnsubscribeResource(subscriptionService),
        new SubscriberResource(memberService, subscriptionViews),
        new SubscriberListResource(memberService, subscriptionViews),
        new SubscriberImportResource(memberImport),
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
