package com.quaily.importer;

import com.quaily.importer.source.PostMetadata;

/**
 * A post ready to be saved, independent of the folder.
 *
 * @param content Markdown, links and images resolved; may contain {@code <!--paywall-->}
 * @param coverImageUrl empty when none
 */
public record PreparedPost(
    String slug,
    PostMetadata metadata,
    String content,
    String coverImageUrl,
    ImportedState publication,
    ImportMark mark) {}
