package com.quaily.model.post;

/**
 * What a page shows of a published post that says the same in another language.
 *
 * @param lang BCP 47 tag; empty = the channel's language
 */
public record TranslatedPost(long id, long channelId, String slug, String title, String lang) {}
