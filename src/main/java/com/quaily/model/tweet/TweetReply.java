package com.quaily.model.tweet;

import java.time.Instant;

/**
 * What a reader answered to a tweet.
 *
 * @param replyId the reply that it answers; null when the tweet itself
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
