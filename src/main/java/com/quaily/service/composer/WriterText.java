package com.quaily.service.composer;

import org.jspecify.annotations.Nullable;

/**
 * What a writer sends; title or content is enough.
 *
 * @param list the channel of the text, by id or slug
 * @param language of a draft or a translation
 * @param style of a draft
 * @param glossary of a translation: lines of the form term = translation
 * @param image address of an uploaded image that needs an alternative text; content is what stands
 *     around it
 */
public record WriterText(
    @Nullable String title,
    @Nullable String content,
    @Nullable String list,
    @Nullable String language,
    @Nullable String style,
    @Nullable String glossary,
    @Nullable String image) {}
