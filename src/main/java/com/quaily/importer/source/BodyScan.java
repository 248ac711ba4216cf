package com.quaily.importer.source;

import java.util.List;
import java.util.Optional;

/**
 * Which parts of a text are not prose.
 *
 * @param start where the body begins
 * @param regions in order, without overlaps; everything between them is prose
 * @param heading the first heading of level 1
 */
public record BodyScan(int start, List<Region> regions, Optional<Heading> heading) {

  /** What a region is. */
  public enum Kind {
    /** Stays as it is: code, mathematics, HTML comments. */
    VERBATIM,
    /** Leaves no trace: the writer's comments. */
    REMOVED,
    /** Code between template tags, to become a fence. */
    HIGHLIGHT,
    /** Stays as it is, without the tags around it. */
    RAW
  }

  /**
   * A part of the text.
   *
   * @param innerStart where what it holds begins; {@code start} when there are no tags around it
   * @param innerEnd where what it holds ends
   * @param language of the code; empty when none is named
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
   * @param first true when nothing but white space comes before it
   */
  public record Heading(int start, int end, String text, boolean first) {}
}
