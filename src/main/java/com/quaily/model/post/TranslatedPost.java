package com.quaily.model.post;

/**
 * A published translation, as shown on a post's page.
 *
 * @param lang BCP 47 tag; empty = the channel's language
 */
public record TranslatedPost(long id, long channelId, String slug, String title, String lang) {}
