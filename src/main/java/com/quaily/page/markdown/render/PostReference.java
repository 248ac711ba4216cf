package com.quaily.page.markdown.render;

/**
 * A post or channel of this site that a text embeds. The text must be rendered again when it
 * changes.
 *
 * @param postSlug empty for the channel itself
 */
public record PostReference(String channelSlug, String postSlug) {}
