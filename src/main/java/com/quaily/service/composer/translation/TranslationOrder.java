package com.quaily.service.composer.translation;

/**
 * A post to be translated.
 *
 * @param taskId the composer task that shows the progress
 * @param language a language tag
 * @param glossary lines of the form term = translation
 */
public record TranslationOrder(
    long taskId,
    long userId,
    long channelId,
    String language,
    String title,
    String content,
    String glossary) {}
