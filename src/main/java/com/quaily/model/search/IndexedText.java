package com.quaily.model.search;

import java.time.Instant;
import java.util.List;

/**
 * What the search index is made from: of a post the parts that everybody may read, of a channel
 * what it says of itself.
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
