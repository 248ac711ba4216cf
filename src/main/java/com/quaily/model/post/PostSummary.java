package com.quaily.model.post;

import java.time.Instant;
import java.util.List;

/**
 * A published post in a list: everything but its text.
 *
 * @param summary the author's summary, else an excerpt; plain text
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
    boolean paid) {

  /** This post with another title and summary. */
  public PostSummary withWords(String title, String summary) {
    return new PostSummary(
        id,
        slug,
        title,
        summary,
        coverImageUrl,
        tags,
        lang,
        publishedAt,
        modifiedAt,
        listPage,
        pinned,
        readingSeconds,
        paid);
  }
}
