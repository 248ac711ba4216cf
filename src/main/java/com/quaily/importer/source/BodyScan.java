package com.quaily.importer.source;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a text that are not prose.
 *
 * @param start where the body starts
 * @param regions in order, without overlaps; everything between them is prose
 * @param heading the first heading of level 1
 */
public record BodyScan(int start, List<Region> regions, Optional<Heading> heading) {

  /** The kinds of regions. */
  public enum Kind {
    /** Kept unchanged: code, math, HTML comments. */
    VERBATIM,
    /** HTML around which Markdown means nothing: only its tags are rewritten. */
    HTML,
    /** Removed: the author's comments. */
    REMOVED,
    /** Code between template tags, converted to a fence. */
    HIGHLIGHT,
    /** Kept unchanged, without the surrounding tags. */
    RAW
  }

  /**
   * A part of the text.
   *
   * @param innerStart where its content starts; {@code start} when there are no tags around it
   * @param innerEnd where its content ends
   * @param language of the code; empty when none is given
   */
  public record Region(
      Kind kind, int start, int end, int innerStart, int innerEnd, String language) {

    static Region of(Kind kind, int start, int end) {
      return new Region(kind, start, end, start, end, "");
    }
  }

  /**
   * A heading.
   *
   * @param start the first position of its line or lines
   * @param end the position after them
   * @param first true when only white space comes before it
   */
  public record Heading(int start, int end, String text, boolean first) {}
}
