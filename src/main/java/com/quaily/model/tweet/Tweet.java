package com.quaily.model.tweet;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A short note by a channel's writers.
 *
 * @param text Markdown
 * @param tags the hashtags in its text, without {@code #}
 * @param reactions the code point that each user chose, by user id
 * @param premium whether only paying subscribers can read it
 */
public record Tweet(
    long id,
    long channelId,
    long userId,
    String text,
    List<String> tags,
    Map<String, Object> reactions,
    boolean pinned,
    boolean premium,
    Instant createdAt,
    Instant updatedAt) {}
