package com.quaily.resource.view;

import com.quaily.model.tweet.Tweet;
import com.quaily.model.tweet.TweetReply;
import com.quaily.resource.view.TweetView.TweetReplyView;
import com.quaily.service.post.MarkdownTexts;
import com.quaily.service.tweet.TweetQueries.ShownReply;
import com.quaily.service.tweet.TweetQueries.ShownTweet;
import java.util.List;

/** Builds views of tweets and replies. */
public final class TweetViews {

  private final UserViews userViews;
  private final MarkdownTexts texts;

  public TweetViews(UserViews userViews, MarkdownTexts texts) {
    this.userViews = userViews;
    this.texts = texts;
  }

  /** A tweet as its reader may see it. */
  public TweetView view(ShownTweet shown) {
    Tweet tweet = shown.tweet();
    boolean masked = shown.masked();
    return new TweetView(
        tweet.id(),
        tweet.channelId(),
        tweet.userId(),
        masked ? "" : tweet.text(),
        masked ? "" : texts.html(tweet.text()),
        masked ? List.of() : tweet.tags(),
        tweet.reactions(),
        tweet.pinned() ? 1 : 0,
        tweet.premium(),
        tweet.createdAt(),
        tweet.updatedAt(),
        userViews.open(shown.user()),
        shown.latest().stream().map(this::reply).toList(),
        masked);
  }

  /** A reply in a list. */
  public TweetReplyView reply(ShownReply shown) {
    return replyView(shown, null);
  }

  /** A reply with its tweet. */
  public TweetReplyView reply(ShownReply shown, ShownTweet tweet) {
    return replyView(shown, view(tweet));
  }

  private TweetReplyView replyView(ShownReply shown, TweetView tweet) {
    TweetReply reply = shown.reply();
    return new TweetReplyView(
        reply.id(),
        reply.replyId(),
        reply.tweetId(),
        reply.channelId(),
        reply.userId(),
        reply.text(),
        texts.guestHtml(reply.text()),
        reply.createdAt(),
        reply.updatedAt(),
        tweet,
        userViews.open(shown.user()),
        shown.replied().map(this::reply).orElse(null));
  }
}
