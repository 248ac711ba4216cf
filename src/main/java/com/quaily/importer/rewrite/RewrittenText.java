package com.quaily.importer.rewrite;

import com.quaily.importer.report.SourceException;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.source.Lines;
import com.quaily.importer.source.PlainText;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The output text and the context that its writers share: links to resolve, and warnings by line.
 */
final class RewrittenText {
  private final StringBuilder text = new StringBuilder();
  // Where in the source the text was copied from: a position in the output, and its origin.
  private final NavigableMap<Integer, Integer> origins = new TreeMap<>();
  private final References references;
  private final Warnings warnings;
  private final Lines lines;

  RewrittenText(References references, Warnings warnings, Lines lines) {
    this.references = references;
    this.warnings = warnings;
    this.lines = lines;
  }

  StringBuilder text() {
    return text;
  }

  /** What is written next stands for the source from this position on. */
  void from(int position) {
    forgetOrigins(text.length());
    Map.Entry<Integer, Integer> last = origins.lastEntry();
    if (last == null || position - last.getValue() != text.length() - last.getKey()) {
      origins.put(text.length(), position);
    }
  }

  void append(CharSequence source, int start, int end) {
    from(start);
    text.append(source, start, end);
  }

  void append(String addition) {
    forgetOrigins(text.length() + 1);
    text.append(addition);
  }

  /** Text that was taken back has none. */
  private void forgetOrigins(int from) {
    while (!origins.isEmpty() && origins.lastKey() >= from) {
      origins.pollLastEntry();
    }
  }

  /** Writes Markdown between blank lines, which end the HTML around it. */
  void paragraph(String markdown) {
    while (text.length() > 0 && text.lastIndexOf("\n\n") != text.length() - 2) {
      append("\n");
    }
    append(markdown + "\n\n");
  }

  /** The line of a position in the source. */
  int line(int position) {
    return lines.at(position);
  }

  /** The line of the source that a position of the output comes from, or comes after. */
  int sourceLine(int position) {
    Map.Entry<Integer, Integer> origin = origins.floorEntry(position);
    return origin == null ? 0 : lines.at(origin.getValue() + position - origin.getKey());
  }

  /** The id by which links reach a heading or an element with this name. */
  String anchor(String name) {
    return references.anchorId(name);
  }

  void warn(int position, String message) {
    warnings.add(lines.at(position), message);
  }

  /** Reports what is left, unless it was reported when it was met. */
  void warnOnce(int line, String markup, String problem) {
    if (!warnings.isKnown(line, markup)) {
      warnings.add(line, markup + " " + problem);
    }
  }

  /**
   * Writes an image, or its alternative text and a warning if it cannot be shown.
   *
   * @param size with its bar, such as {@code |300x200}, or {@code \|300} in a table; empty when
   *     none
   * @param title as written after the destination, with quotes; empty when none
   */
  void image(int position, String alt, String size, String destination, String title) {
    try {
      String url = references.image(destination);
      append("![" + alt + size + "](" + enclose(url) + (title.isEmpty() ? "" : " " + title) + ")");
    } catch (SourceException e) {
      warn(position, "image removed: " + e.getMessage());
      append(alt.isBlank() ? PlainText.escape(nameOf(destination)) : alt);
    }
  }

  /** Writes a link to a note, or only its text and a warning if there is no such note. */
  void note(int position, String label, String target) {
    try {
      String url = references.note(target, lines.at(position));
      append("[" + label + "](" + url + ")");
    } catch (SourceException e) {
      warn(position, "link removed: " + e.getMessage());
      append(label);
    }
  }

  /** The URL for a link's destination. */
  String link(int position, String destination) throws SourceException {
    return enclose(references.link(destination, lines.at(position)));
  }

  /** The URL for the value of an attribute that links. */
  String linkAttribute(int position, String value) throws SourceException {
    return references.link(value, lines.at(position)).replace("\"", "%22");
  }

  /** The URL for the value of an attribute that loads an image. */
  String imageAttribute(String value) throws SourceException {
    return references.image(value).replace("\"", "%22");
  }

  private static String nameOf(String destination) {
    String path = LinkAddress.of(destination).path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String enclose(String url) {
    return url.chars().anyMatch(c -> c <= ' ' || c == '(' || c == ')') ? "<" + url + ">" : url;
  }
}
