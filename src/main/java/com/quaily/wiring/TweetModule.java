package com.quaily.wiring;

import com.quaily.dao.TweetDao;
import com.quaily.dao.TweetReplyDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.resource.tweet.TweetReplyResource;
import com.quaily.resource.tweet.TweetResource;
import com.quaily.resource.view.TweetViews;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.tweet.TweetQueries;
import com.quaily.service.tweet.TweetReplies;
import com.quaily.service.tweet.TweetService;
import java.time.Clock;
import java.util.List;

/** Tweets and replies. */
final class TweetModule implements ProgramModule {

  private final TweetService tweetService;
  private final TweetQueries tweetQueries;
  private final TweetReplies tweetReplies;

  TweetModule(
      Database database,
      PageModule pages,
      ChannelModule channels,
      SubscriptionModule subscriptions,
      Clock clock) {
    TweetDao tweetDao = database.dao(TweetDao.class);
    TweetReplyDao tweetReplyDao = database.dao(TweetReplyDao.class);
    ChannelAccess access = channels.access();
    tweetQueries =
        new TweetQueries(
            tweetDao,
            tweetReplyDao,
            database.dao(UserDao.class),
            access,
            subscriptions.subscriptions());
    tweetService =
        new TweetService(database, tweetDao, tweetQueries, access, pages.changeLog(), clock);
    tweetReplies = new TweetReplies(tweetReplyDao, tweetQueries, access, clock);
  }

  TweetService tweetService() {
    return tweetService;
  }

  TweetReplies tweetReplies() {
    return tweetReplies;
  }

  @Override
  public List<Object> resources(Views views) {
    TweetViews tweetViews = new TweetViews(views.users(), views.markdown());
    return List.of(
        new TweetResource(tweetService, tweetQueries, tweetViews),
        new TweetReplyResource(tweetReplies, tweetQueries, tweetViews));
  }
}
