package com.quaily.importer.source;

import com.quaily.importer.source.BodyScan.Heading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A parsed file with unresolved links.
 *
 * @param cover as written, a local path or a URL; empty when none
 * @param reasonToSkip why it is not a post; empty when it is one
 */
public record SourceDocument(
    String source,
    PostMetadata metadata,
    Names names,
    Dates dates,
    String cover,
    Body body,
    Optional<String> reasonToSkip) {

  /**
   * The names of the document in links.
   *
   * @param slug requested by the file, or generated
   * @param slugGiven true when the author chose the slug, which then takes precedence over a
   *     generated one
   * @param addresses its addresses on the old site
   */
  public record Names(
      String slug, boolean slugGiven, List<String> aliases, List<String> addresses) {}

  /** The date of the document, and whether it is a draft. */
  public record Dates(Optional<Instant> date, Optional<Instant> modified, boolean draft) {}

  /**
   * The file's text and its parts.
   *
   * @param text the whole file, so that positions are positions in the file
   * @param scan the parts of the body
   * @param titleLine the heading that repeats the title and is removed
   */
  public record Body(String text, BodyScan scan, Optional<Heading> titleLine) {}
}
