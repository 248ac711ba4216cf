package com.quaily.service.composer.translation;

import java.util.Map;

/**
 * A text to be translated.
 *
 * @param userId who asks
 * @param channelId whose text it is
 * @param language a language tag
 * @param summary empty when there is none
 * @param glossary lines of the form term = translation
 * @param kept translations that stay as they are, by the hexadecimal SHA-256 of their originals
 */
public record TranslationSource(
    long userId,
    long channelId,
    String language,
    String title,
    String summary,
    String content,
    String glossary,
    Map<String, String> kept) {}
