package com.quaily.importer.rewrite;

import com.quaily.importer.source.SourceName;

/**
 * What the links of other files need to know of a document.
 *
 * @param slug the one that its post will have
 * @param draft true when readers will not see it
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
