package com.quaily.importer.rewrite;

import com.quaily.importer.source.SourceName;

/**
 * What links of other files need to know about a document.
 *
 * @param slug the slug of its post
 * @param draft true when its post is not public
 */
public record IndexedDocument(String source, String slug, String title, boolean draft) {

  String folder() {
    return SourceName.of(source).folder();
  }

  /** The path without its extension. */
  String path() {
    return SourceName.withoutExtension(source);
  }
}
