package com.quaily.model.tweet;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A short note of a channel's writers.
 *
 * @param text Markdown
 * @param tags what its text says with a {@code #}, without that
 * @param reactions the code point that each user chose, by the user's id
 * @param premium whether only those who have a plan may read it
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
