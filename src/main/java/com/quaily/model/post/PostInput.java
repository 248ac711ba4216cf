package com.quaily.model.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A post's fields in a request. Null means not given: a new post gets the default, an existing one
 * keeps its value.
 *
 * @param content Markdown with an optional paywall mark
 * @param datetime the post is published with this date; null keeps its state
 * @param options merged into the post's options
 * @param displayUsers ids of the users named as authors; empty = the author alone
 */
public record PostInput(
    String slug,
    String title,
    String summary,
    String content,
    String coverImageUrl,
    Instant datetime,
    Instant firstPublishedAt,
    List<String> tags,
    String theme,
    String lang,
    Map<String, Object> options,
    List<Long> displayUsers) {

  /** The writing of a post as if it were handed in, for a draft of its own. */
  public static PostInput of(Post post) {
    return new PostInput(
        null,
        post.title(),
        post.summary(),
        Paywall.join(post.content(), post.paidContent()),
        post.coverImageUrl(),
        null,
        null,
        post.tags(),
        post.theme(),
        post.lang(),
        Map.of(),
        post.displayUsers());
  }
}
