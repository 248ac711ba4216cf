package com.quaily.page.markdown.render;

/**
 * What the card of a post shows.
 *
 * @param summary plain text, may be empty
 * @param url where the card leads, absolute
 * @param coverImageUrl absolute or rooted; null when the post has none
 */
public record EmbeddedPost(String title, String summary, String url, String coverImageUrl) {}
