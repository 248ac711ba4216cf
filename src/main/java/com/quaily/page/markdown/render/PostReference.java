package com.quaily.page.markdown.render;

/**
 * A post or a channel of this site that a text embeds; the text has to be rendered anew when that
 * changes.
 *
 * @param postSlug empty when it is the channel itself
 */
public record PostReference(String channelSlug, String postSlug) {}
