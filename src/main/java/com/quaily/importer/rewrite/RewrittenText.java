package com.quaily.importer.rewrite;

import com.quaily.importer.report.SourceException;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.source.Lines;
import com.quaily.importer.source.PlainText;

/**
 * The output text and the context that its writers share: links to resolve, and warnings by line.
 */
final class RewrittenText {
  private final StringBuilder text = new StringBuilder();
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

  void append(CharSequence source, int start, int end) {
    text.append(source, start, end);
  }

  void append(String addition) {
    text.append(addition);
  }

  void warn(int position, String message) {
    warnings.add(lines.at(position), message);
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
      text.append("![").append(alt).append(size).append("](").append(enclose(url));
      text.append(title.isEmpty() ? "" : " " + title).append(')');
    } catch (SourceException e) {
      warn(position, "image removed: " + e.getMessage());
      text.append(alt.isBlank() ? PlainText.escape(nameOf(destination)) : alt);
    }
  }

  /** Writes a link to a note, or only its text and a warning if there is no such note. */
  void note(int position, String label, String target) {
    try {
      String url = references.note(target, lines.at(position));
      text.append('[').append(label).append("](").append(url).append(')');
    } catch (SourceException e) {
      warn(position, "link removed: " + e.getMessage());
      text.append(label);
    }
  }

  /** The URL for a link's destination. */
  String link(int position, String destination) throws SourceException {
    return enclose(references.link(destination, lines.at(position)));
  }

  /** The URL for an image's destination. */
  String imageUrl(String destination) throws SourceException {
    return enclose(references.image(destination));
  }

  private static String nameOf(String destination) {
    String path = LinkAddress.of(destination).path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String enclose(String url) {
    return url.chars().anyMatch(c -> c <= ' ' || c == '(' || c == ')') ? "<" + url + ">" : url;
  }
}
