package com.quaily.importer.source;

import com.quaily.importer.source.BodyScan.Heading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file that was read and understood, its links not yet resolved.
 *
 * @param cover as written, a local path or a URL; empty when none
 * @param reasonToSkip why it is no piece of writing; empty when it is one
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
   * What others may call it.
   *
   * @param slug what the file asks for, or what was made for it
   * @param slugGiven true when the writer chose the slug, so that it wins over one that was made
   * @param addresses where the old site showed it
   */
  public record Names(
      String slug, boolean slugGiven, List<String> aliases, List<String> addresses) {}

  /** When it was written, and whether it is for readers yet. */
  public record Dates(Optional<Instant> date, Optional<Instant> modified, boolean draft) {}

  /**
   * The file's text and what in it is what.
   *
   * @param text the whole file, so that positions are positions in the file
   * @param scan the parts of it from the body's start on
   * @param titleLine the heading that repeats the title and is left out
   */
  public record Body(String text, BodyScan scan, Optional<Heading> titleLine) {}
}
