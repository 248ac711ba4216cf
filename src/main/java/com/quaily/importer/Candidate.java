package com.quaily.importer;

import com.quaily.importer.rewrite.IndexedDocument;
import com.quaily.importer.source.SourceDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A document from the first pass, without its text.
 *
 * @param date of the document; empty when it names none
 * @param existing the post that an earlier import created from the same file
 * @param draft true when its post is not public
 */
record Candidate(
    Path file,
    String source,
    String title,
    SourceDocument.Names names,
    Optional<Instant> date,
    Optional<ExistingPost> existing,
    boolean draft) {

  /** The intended slug. A generated slug does not change once a post has it. */
  String slug() {
    return names.slugGiven() ? names.slug() : existing.map(ExistingPost::slug).orElse(names.slug());
  }

  /**
   * The precedence of two documents with the same slug: first the current owner, then an explicit
   * request.
   */
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
