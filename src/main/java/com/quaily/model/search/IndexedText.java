package com.quaily.model.search;

import java.time.Instant;
import java.util.List;

/**
 * The indexed text: the public parts of a post, or a channel's description of itself.
 *
 * @param postId 0 = the channel itself
 * @param publishedAt null = a draft, or a channel
 */
public record IndexedText(
    long channelId,
    long postId,
    Instant publishedAt,
    String title,
    String summary,
    List<String> tags,
    String content) {}
