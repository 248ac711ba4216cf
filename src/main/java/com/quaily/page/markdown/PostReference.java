package com.quaily.page.markdown;

/**
 * A post of this site that a text embeds; the text has to be rendered anew when that post changes.
 */
public record PostReference(String channelSlug, String postSlug) {}
