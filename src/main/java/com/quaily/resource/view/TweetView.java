package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tweet in API responses.
 *
 * @param text empty when masked
 * @param html empty when masked
 * @param reactions the code point that each user chose, by user id
 * @param latestReplies newest first; empty when masked
 * @param masked whether only paying subscribers can read it and the caller is not one
 */
public record TweetView(
    long id,
    long listId,
    long userId,
    String text,
    String html,
    List<String> tags,
    Map<String, Object> reactions,
    int pinned,
    boolean isPremium,
    Instant createdAt,
    Instant updatedAt,
    UserView user,
    List<TweetReplyView> latestReplies,
    boolean masked) {

  /**
   * A reply to a tweet.
   *
   * @param replied the reply that it replies to; null for a reply to the tweet, and within another
   *     reply
   * @param tweet only in the response for a single reply
   */
  public record TweetReplyView(
      long id,
      @Nullable Long replyId,
      long tweetId,
      long listId,
      long userId,
      String text,
      String html,
      Instant createdAt,
      Instant updatedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) TweetView tweet,
      UserView user,
      @Nullable TweetReplyView replied) {}
}
