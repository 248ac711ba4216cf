package com.quaily.model.tweet;

import java.time.Instant;

/**
 * A reader's reply to a tweet.
 *
 * @param replyId the reply that it replies to; null when it replies to the tweet
 * @param text Markdown
 */
public record TweetReply(
    long id,
    Long replyId,
    long tweetId,
    long channelId,
    long userId,
    String text,
    Instant createdAt,
    Instant updatedAt) {}
