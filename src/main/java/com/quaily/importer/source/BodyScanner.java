package com.quaily.importer.source;

import com.quaily.importer.source.BodyScan.Heading;
import com.quaily.importer.source.BodyScan.Kind;
import com.quaily.importer.source.BodyScan.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds code, math and comments in Markdown in one pass, so that their content is never treated as
 * links. Ambiguous text is treated as code.
 */
final class BodyScanner {
  private static final Pattern FENCE =
      Pattern.compile("[ \t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \t]{1,99}+){0,99}(`{3,}|~{3,})([^\n]*)");
  private static final Pattern MATH_BLOCK = Pattern.compile("[ \t>]*\\$\\$");
  private static final Pattern ATX =
      Pattern.compile(" {0,3}#[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\n|$)");
  private static final Pattern SETEXT =
      Pattern.compile(" {0,3}(\\S[^\n]*)\n {0,3}=+[ \t]*(?:\n|$)");

  private final String text;
  private final InlineRegions inline;
  private final ListIndents lists;
  private final HtmlBlocks htmlBlocks;
  private final List<Region> regions = new ArrayList<>();
  private Heading heading;
  private boolean afterBlank = true;
  private boolean inCode;

  private BodyScanner(String text) {
    this.text = text;
    this.inline = new InlineRegions(text);
    this.lists = new ListIndents(text);
    this.htmlBlocks = new HtmlBlocks(text);
  }

  /** Scans a text from the start of a line to its end. */
  static BodyScan scan(String text, int start) {
    BodyScanner scanner = new BodyScanner(text);
    int position = start;
    while (position < text.length()) {
      position = scanner.line(position, start);
    }
    return new BodyScan(start, List.copyOf(scanner.regions), Optional.ofNullable(scanner.heading));
  }

  /** Scans the line or block that starts here; returns the start of the next line. */
  private int line(int start, int bodyStart) {
    int end = endOfLine(start);
    if (text.substring(start, end).isBlank()) {
      afterBlank = true;
      return end + 1;
    }
    if ((inCode || afterBlank) && lists.isCode(start)) {
      inCode = true;
      return region(Kind.VERBATIM, start, end);
    }
    inCode = false;
    Optional<Integer> block = fence(start).or(() -> mathBlock(start));
    int content = lists.note(start, afterBlank);
    if (block.isPresent()) {
      return region(Kind.VERBATIM, start, block.get());
    }
    if (lists.isCodeAfterMarker(start, content)) {
      inCode = true;
      return region(Kind.VERBATIM, content, end);
    }
    Optional<Integer> html = htmlBlocks.endOf(content, afterBlank);
    if (html.isPresent()) {
      return region(Kind.HTML, content, html.get());
    }
    noteHeading(start, bodyStart);
    afterBlank = false;
    return prose(start);
  }

  private int region(Kind kind, int start, int end) {
    regions.add(Region.of(kind, start, Math.min(end, text.length())));
    afterBlank = false;
    return end + 1;
  }

  private Optional<Integer> fence(int start) {
    Matcher opening = at(FENCE, start);
    if (!opening.lookingAt()) {
      return Optional.empty();
    }
    String marks = opening.group(1);
    if (marks.charAt(0) == '`' && opening.group(2).indexOf('`') >= 0) {
      return Optional.empty();
    }
    boolean quoted = text.substring(start, opening.start(1)).contains(">");
    Pattern closing =
        Pattern.compile("[ \t>]*" + marks.charAt(0) + "{" + marks.length() + ",}[ \t]*");
    int position = endOfLine(start);
    while (position < text.length()) {
      int lineStart = position + 1;
      int lineEnd = endOfLine(lineStart);
      String line = text.substring(Math.min(lineStart, text.length()), lineEnd);
      if (quoted && !line.stripLeading().startsWith(">")) {
        return Optional.of(position);
      }
      if (closing.matcher(line).matches()) {
        return Optional.of(lineEnd);
      }
      position = lineEnd;
    }
    return Optional.of(text.length());
  }

  private Optional<Integer> mathBlock(int start) {
    Matcher opening = at(MATH_BLOCK, start);
    if (!opening.lookingAt()) {
      return Optional.empty();
    }
    int closing = text.indexOf("$$", opening.end());
    return closing < 0 ? Optional.empty() : Optional.of(endOfLine(closing));
  }

  private void noteHeading(int start, int bodyStart) {
    if (heading != null) {
      return;
    }
    Matcher matcher = at(ATX, start);
    boolean found = matcher.lookingAt();
    if (!found && afterBlank) {
      matcher = at(SETEXT, start);
      found = matcher.lookingAt();
    }
    if (found && !matcher.group(1).isBlank()) {
      boolean first = text.substring(bodyStart, start).isBlank();
      String words = HeadingAttributes.without(matcher.group(1)).strip();
      heading = new Heading(start, matcher.end(), words, first);
    }
  }

  /** Scans a line of prose; a region in it may extend to later lines. */
  private int prose(int start) {
    int position = start;
    while (position < text.length() && text.charAt(position) != '\n') {
      Optional<Region> region = inline.at(position);
      if (region.isPresent()) {
        regions.add(region.get());
        position = region.get().end();
      } else {
        position = inline.skip(position);
      }
    }
    return position + 1;
  }

  private Matcher at(Pattern pattern, int position) {
    return pattern.matcher(text).region(position, text.length());
  }

  private int endOfLine(int position) {
    int end = position > text.length() ? -1 : text.indexOf('\n', position);
    return end < 0 ? text.length() : end;
  }
}
