package com.quaily.importer;

import com.quaily.importer.rewrite.IndexedDocument;
import com.quaily.importer.source.SourceDocument;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A document of the first pass, without its text.
 *
 * @param existing the post that an earlier import made of the same file
 * @param draft true when readers will not see its post
 */
record Candidate(
    Path file,
    String source,
    String title,
    SourceDocument.Names names,
    Optional<ExistingPost> existing,
    boolean draft) {

  /** The slug that it shall have: a made one never changes once a post has it. */
  String slug() {
    return names.slugGiven() ? names.slug() : existing.map(ExistingPost::slug).orElse(names.slug());
  }

  /** Who goes first where two want the same slug: who has it, then who asks for it by name. */
  int rank() {
    if (existing.map(ExistingPost::slug).filter(slug()::equals).isPresent()) {
      return 0;
    }
    return names.slugGiven() ? 1 : 2;
  }

  IndexedDocument indexed() {
    return new IndexedDocument(source, slug(), title, draft);
  }
}
