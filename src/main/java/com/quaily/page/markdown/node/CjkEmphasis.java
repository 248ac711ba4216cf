package com.quaily.page.markdown.node;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.text.Characters;

/**
 * Lets emphasis open and close next to Chinese, Japanese and Korean text.
 *
 * <p>CommonMark decides by spaces and punctuation whether a run of asterisks can open or close
 * emphasis. These languages use no spaces, so {@code **「強調」**は} would stay as typed. If the
 * characters around a run belong to such a text, a marker is inserted on both sides of the run. The
 * library treats the marker as a letter, so the run can both open and close. The marker is a code
 * point that Unicode reserves for internal use: it is removed from sources, and from the tree after
 * parsing.
 */
public final class CjkEmphasis {
  private static final char MARKER = '\uFDD0';
  private static final String MARKER_TEXT = String.valueOf(MARKER);
  private static final char REPLACEMENT = '\uFFFD';
  private static final char FIRST_WIDE = '\u1100';

  private CjkEmphasis() {}

  /** The source without the marker's code point. */
  public static String cleaned(String source) {
    return source.indexOf(MARKER) < 0 ? source : source.replace(MARKER, REPLACEMENT);
  }

  public static String unmarked(String text) {
    return text == null || text.indexOf(MARKER) < 0 ? text : text.replace(MARKER_TEXT, "");
  }

  /** The lines with markers where needed; the same object if none are needed. */
  public static SourceLines mark(SourceLines lines) {
    SourceLines marked = SourceLines.empty();
    boolean changed = false;
    for (SourceLine line : lines.getLines()) {
      CharSequence content = line.getContent();
      CharSequence result = needsLook(content) ? marked(content) : content;
      changed |= result != content;
      marked.addLine(result == content ? line : SourceLine.of(result, line.getSourceSpan()));
    }
    return changed ? marked : lines;
  }

  private static boolean needsLook(CharSequence line) {
    boolean wide = false;
    boolean delimiter = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      wide |= c >= FIRST_WIDE;
      delimiter |= isDelimiter(c);
    }
    return wide && delimiter;
  }

  private static CharSequence marked(CharSequence line) {
    StringBuilder result = new StringBuilder(line.length() + 16);
    boolean changed = false;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        result.append(c).append(line.charAt(i + 1));
        i += 2;
      } else if (isDelimiter(c)) {
        int end = endOfRun(line, i);
        boolean held = isHeldBack(line, i, end);
        changed |= held;
        result.append(held ? MARKER_TEXT : "").append(line, i, end).append(held ? MARKER_TEXT : "");
        i = end;
      } else {
        result.append(c);
        i++;
      }
    }
    return changed ? result : line;
  }

  private static int endOfRun(CharSequence line, int start) {
    int end = start;
    while (end < line.length() && line.charAt(end) == line.charAt(start)) {
      end++;
    }
    return end;
  }

  /**
   * Whether CommonMark's rule prevents a run from opening or closing although it should do both.
   */
  private static boolean isHeldBack(CharSequence line, int start, int end) {
    if (start == 0 || end == line.length()) {
      return false;
    }
    int before = Character.codePointBefore(line, start);
    int after = Character.codePointAt(line, end);
    boolean spaced =
        Characters.isWhitespaceCodePoint(before) || Characters.isWhitespaceCodePoint(after);
    if (spaced || !(isWide(before) || isWide(after))) {
      return false;
    }
    return Characters.isPunctuationCodePoint(before) != Characters.isPunctuationCodePoint(after);
  }

  private static boolean isDelimiter(char c) {
    return c == '*' || c == '=' || c == '~';
  }

  private static boolean isWide(int c) {
    if (c < FIRST_WIDE || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_PRESENTATION)) {
      return false;
    }
    int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
    return width == EastAsianWidth.WIDE
        || width == EastAsianWidth.FULLWIDTH
        || width == EastAsianWidth.HALFWIDTH;
  }

  /** Removes the markers from all parsed text. */
  public static void unmark(Node root) {
    for (Node node = root; node != null; node = NodeWalk.next(node, root)) {
      if (node instanceof Text text) {
        text.setLiteral(unmarked(text.getLiteral()));
      } else if (node instanceof Code code) {
        code.setLiteral(unmarked(code.getLiteral()));
      } else if (node instanceof HtmlInline html) {
        html.setLiteral(unmarked(html.getLiteral()));
      } else if (node instanceof Link link) {
        link.setDestination(unmarked(link.getDestination()));
        link.setTitle(unmarked(link.getTitle()));
      } else if (node instanceof Image image) {
        image.setDestination(unmarked(image.getDestination()));
        image.setTitle(unmarked(image.getTitle()));
      }
    }
  }
}
