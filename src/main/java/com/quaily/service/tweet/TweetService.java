package com.quaily.service.tweet;

import com.quaily.dao.TweetDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.tweet.Tweet;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Creates and changes tweets, and records reactions. */
public final class TweetService {

  private static final Pattern TAG = Pattern.compile("(?<![\\p{L}\\p{N}&/])#([\\p{L}\\p{N}_-]+)");

  private final Transactions transactions;
  private final TweetDao tweetDao;
  private final TweetQueries queries;
  private final ChannelAccess access;
  private final PageChangeLog changeLog;
  private final Clock clock;

  public TweetService(
      Transactions transactions,
      TweetDao tweetDao,
      TweetQueries queries,
      ChannelAccess access,
      PageChangeLog changeLog,
      Clock clock) {
    this.transactions = transactions;
    this.tweetDao = tweetDao;
    this.queries = queries;
    this.access = access;
    this.changeLog = changeLog;
    this.clock = clock;
  }

  /**
   * Creates a tweet.
   *
   * @throws ForbiddenException when tweets are disabled in the channel
   */
  public Tweet create(Caller caller, String channelKey, NewTweet draft) {
    Channel channel = access.requireWriter(caller, channelKey);
    if (!channel.hasTweets()) {
      throw new ForbiddenException(ErrorCode.TWEETS_CLOSED);
    }
    String checked = checkText(draft.text());
    Instant now = clock.instant();
    Tweet tweet =
        new Tweet(
            0,
            channel.id(),
            caller.userId(),
            checked,
            tags(checked, draft.tags()),
            Map.of(),
            false,
            draft.premium(),
            now,
            now);
    return transactions.inTransaction(
        () -> {
          changeLog.companionsChanged(channel.id());
          return tweetDao.insert(tweet);
        });
  }

  static String checkText(String text) {
    String checked = FieldValidator.text("text", text, Limits.TWEET).strip();
    if (checked.isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "text", "must not be empty");
    }
    return checked;
  }

  private static List<String> tags(String text, List<String> named) {
    List<String> given =
        named.stream()
            .map(tag -> FieldValidator.requiredLine("tags", tag, Limits.TAG))
            .map(tag -> tag.startsWith("#") ? tag.substring(1) : tag)
            .toList();
    Stream<String> inText =
        TAG.matcher(text)
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(tag -> tag.length() <= Limits.TAG);
    return Stream.concat(given.stream(), inText).distinct().limit(Limits.TAGS).toList();
  }

  /** Saves the given values; null keeps the old one. */
  public Tweet update(Caller caller, String tweetKey, TweetChange given) {
    String checked = given.text() == null ? null : checkText(given.text());
    return change(
        caller,
        tweetKey,
        tweet ->
            with(
                tweet,
                checked == null ? tweet.text() : checked,
                given.tags() == null ? named(tweet) : given.tags(),
                tweet.pinned(),
                given.premium() == null ? tweet.premium() : given.premium()));
  }

  /**
   * Pins or unpins a tweet.
   *
   * @throws InvalidException when the maximum number of tweets is already pinned
   */
  public Tweet pin(Caller caller, String tweetKey, boolean pinned) {
    return change(
        caller,
        tweetKey,
        tweet -> {
          transactions.lock("pinned tweets " + tweet.channelId());
          if (pinned
              && !tweet.pinned()
              && tweetDao.selectPinned(tweet.channelId(), Limits.PINNED_TWEETS).size()
                  == Limits.PINNED_TWEETS) {
            throw new InvalidException(
                ErrorCode.INVALID_FIELD,
                "pinned",
                "at most " + Limits.PINNED_TWEETS + " tweets can be pinned");
          }
          return with(tweet, tweet.text(), named(tweet), pinned, tweet.premium());
        });
  }

  private Tweet change(Caller caller, String tweetKey, UnaryOperator<Tweet> change) {
    Tweet tweet = queries.require(tweetKey);
    access.requireWriter(caller, tweet.channelId());
    return transactions.inTransaction(
        () -> {
          tweetDao.update(change.apply(tweet));
          changeLog.companionsChanged(tweet.channelId());
          return queries.require(tweetKey);
        });
  }

  private Tweet with(
      Tweet tweet, String text, List<String> named, boolean pinned, boolean premium) {
    return new Tweet(
        tweet.id(),
        tweet.channelId(),
        tweet.userId(),
        text,
        tags(text, named),
        tweet.reactions(),
        pinned,
        premium,
        tweet.createdAt(),
        clock.instant());
  }

  /** Deletes a tweet and its replies. */
  public void delete(Caller caller, String tweetKey) {
    Tweet tweet = queries.require(tweetKey);
    access.requireWriter(caller, tweet.channelId());
    transactions.inTransaction(
        () -> {
          tweetDao.delete(tweet.id());
          changeLog.companionsChanged(tweet.channelId());
        });
  }

  /**
   * Sets the caller's reaction, or removes it if it is the same.
   *
   * @param codePoint of the emoji; null = the first one of {@code emoji}
   * @param emoji may be null when the code point is given
   */
  public Tweet react(Caller caller, String tweetKey, String emoji, Integer codePoint) {
    Tweet tweet = queries.requireReadable(caller, tweetKey);
    int chosen = codePoint(emoji, codePoint);
    return transactions.inTransaction(
        () -> {
          tweetDao.toggleReaction(
              tweet.id(), String.valueOf(caller.userId()), chosen, clock.instant());
          return queries.require(tweetKey);
        });
  }

  private static int codePoint(String emoji, Integer given) {
    int codePoint = 0;
    if (given != null) {
      codePoint = given;
    } else if (emoji != null && !emoji.isEmpty()) {
      codePoint = emoji.codePointAt(0);
    }
    if (!Character.isValidCodePoint(codePoint)
        || Character.getType(codePoint) != Character.OTHER_SYMBOL) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "code", "must be an emoji's code point");
    }
    return codePoint;
  }

  /** Tags that the writer named beside the text. */
  private static List<String> named(Tweet tweet) {
    List<String> inText = tags(tweet.text(), List.of());
    return tweet.tags().stream().filter(tag -> !inText.contains(tag)).toList();
  }

  /**
   * A new tweet.
   *
   * @param tags besides those in the text
   */
  public record NewTweet(String text, boolean premium, List<String> tags) {}

  /**
   * A tweet's fields in a request; null means not given.
   *
   * @param tags besides those in the text; they replace the old ones
   */
  public record TweetChange(String text, Boolean premium, List<String> tags) {

    /** Who can read the tweet. */
    public static TweetChange ofPremium(boolean premium) {
      return new TweetChange(null, premium, null);
    }
  }
}
