package com.quaily.wiring;

import com.quaily.database.Database;
import com.quaily.service.analytics.Analytics;
import com.quaily.service.comment.CommentService;
import com.quaily.service.post.PackService;
import com.quaily.service.post.ReactionService;
import com.quaily.service.subscription.SubscriberImport;
import com.quaily.service.subscription.SubscriberService;
import com.quaily.service.subscription.SubscriptionService;
import com.quaily.service.tweet.TweetReplies;
import com.quaily.service.tweet.TweetService;
import java.time.Clock;

/**
 * Services that act at the time of another clock. They share the database and everything else with
 * the modules of the process, which also run the jobs that they enqueue.
 */
public final class PastServices {

  private final SubscriptionModule subscription;
  private final PostModule post;
  private final CommentModule comment;
  private final TweetModule tweet;
  private final AnalyticsModule analytics;

  PastServices(Modules modules, Clock clock) {
    Database db = modules.database();
    subscription =
        new SubscriptionModule(
            db,
            modules.page(),
            modules.mail(),
            modules.account(),
            modules.channel(),
            modules.webhook().events(),
            modules.mailing(),
            clock);
    post =
        new PostModule(
            db,
            modules.page(),
            modules.channel(),
            subscription,
            modules.account(),
            modules.webhook().events(),
            clock);
    comment =
        new CommentModule(
            db, modules.page(), modules.mail(), modules.channel(), post, subscription, clock);
    tweet = new TweetModule(db, modules.page(), modules.channel(), subscription, clock);
    analytics = new AnalyticsModule(db, modules.channel(), post, clock);
  }

  public SubscriptionService subscriptions() {
    return subscription.subscriptionService();
  }

  public SubscriberService subscribers() {
    return subscription.subscriberService();
  }

  public SubscriberImport subscriberImport() {
    return subscription.subscriberImport();
  }

  public ReactionService reactions() {
    return post.reactionService();
  }

  public PackService packs() {
    return post.packService();
  }

  public CommentService comments() {
    return comment.commentService();
  }

  public TweetService tweets() {
    return tweet.tweetService();
  }

  public TweetReplies tweetReplies() {
    return tweet.tweetReplies();
  }

  /** Counts in memory until its writer writes. */
  public Analytics analytics() {
    return analytics.analytics();
  }
}
