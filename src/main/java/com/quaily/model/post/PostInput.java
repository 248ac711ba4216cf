package com.quaily.model.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a writer hands in of a post. A null means that it was not given: on a new post the default,
 * on an existing one what it has.
 *
 * @param content Markdown with its paywall mark, if any
 * @param datetime the post is published as of then; null leaves its state
 * @param options merged into the post's options
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
    Map<String, Object> options) {

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
        Map.of());
  }
}
