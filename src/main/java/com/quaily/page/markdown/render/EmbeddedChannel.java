package com.quaily.page.markdown.render;

/**
 * The content of a channel's card.
 *
 * @param summary plain text, may be empty
 * @param url the card's link, absolute
 * @param coverImageUrl absolute or root-relative; null when the channel has none
 */
public record EmbeddedChannel(String title, String summary, String url, String coverImageUrl) {}
