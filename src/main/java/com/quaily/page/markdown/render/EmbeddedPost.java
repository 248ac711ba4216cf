package com.quaily.page.markdown.render;

/**
 * The content of a post's card.
 *
 * @param summary plain text, may be empty
 * @param url the card's link, absolute
 * @param coverImageUrl absolute or root-relative; null when the post has none
 */
public record EmbeddedPost(String title, String summary, String url, String coverImageUrl) {}
