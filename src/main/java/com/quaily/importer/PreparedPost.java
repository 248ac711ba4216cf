package com.quaily.importer;

import com.quaily.importer.source.PostMetadata;

/**
 * A file made ready to be saved: nothing in it depends on the folder any more.
 *
 * @param content Markdown, links and images resolved; may hold {@code <!--paywall-->}
 * @param coverImageUrl empty when none
 */
public record PreparedPost(
    String slug,
    PostMetadata metadata,
    String content,
    String coverImageUrl,
    ImportedState publication,
    ImportMark mark) {}
