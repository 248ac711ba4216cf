package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tweet as the API shows it.
 *
 * @param text empty when masked
 * @param html empty when masked
 * @param reactions the code point that each user chose, by the user's id
 * @param latestReplies the newest first; none when masked
 * @param masked whether only premium subscribers may read it and the caller is none
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
   * @param replied what it answers; null when the tweet itself, and within another reply
   * @param tweet only in the answer to a single reply
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
