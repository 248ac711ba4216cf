package com.quaily.model.post;

import java.time.Instant;
import java.util.List;

/**
 * What a list shows of a published post: everything but its text.
 *
 * @param summary the writer's own summary, else the text's beginning; plain text
 * @param coverImageUrl empty when none
 * @param lang BCP 47 tag; empty = the channel's language
 * @param modifiedAt null = not changed since it was published
 * @param listPage the numbered list page that shows it
 * @param pinned position among the channel's pinned posts from 1; 0 = not pinned
 */
public record PostSummary(
    long id,
    String slug,
    String title,
    String summary,
    String coverImageUrl,
    List<String> tags,
    String lang,
    Instant publishedAt,
    Instant modifiedAt,
    int listPage,
    int pinned,
    int readingSeconds,
    boolean paid) {}
