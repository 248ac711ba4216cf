package com.quaily.page.markdown.render;

/**
 * What the card of a channel shows.
 *
 * @param summary plain text, may be empty
 * @param url where the card leads, absolute
 * @param coverImageUrl absolute or rooted; null when the channel has none
 */
public record EmbeddedChannel(String title, String summary, String url, String coverImageUrl) {}
