package com.quaily.page.markdown.math;

import com.quaily.page.markdown.node.CjkEmphasis;
import com.quaily.page.markdown.node.InlineMath;
import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Parses inline {@code $x$} and {@code $$x$$} by pandoc's rules, so that prices stay prices: no
 * space just inside the dollars, no digit right after the closing one, and, stricter than pandoc,
 * no letter or digit right before the opening one ("US$5").
 *
 * <p>An instance serves one block of text. It remembers when no closing dollar is left, so that
 * many single dollars take linear time.
 */
public final class MathInlineParser implements InlineContentParser {
  private boolean noDoubleCloserLeft;

  public static InlineContentParserFactory factory() {
    return new InlineContentParserFactory() {
      @Override
      public Set<Character> getTriggerCharacters() {
        return Set.of('$');
      }

      @Override
      public InlineContentParser create() {
        return new MathInlineParser();
      }
    };
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    int before = scanner.peekPreviousCodePoint();
    int dollars = scanner.matchMultiple('$');
    if (dollars > 2) {
      return ParsedInline.none();
    }
    return dollars == 2 ? display(scanner) : inline(scanner, before);
  }

  private ParsedInline inline(Scanner scanner, int before) {
    boolean glued = before != Scanner.END && before < 0x80 && Character.isLetterOrDigit(before);
    if (glued || isSpace(scanner.peek())) {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    char previous = ' ';
    while (scanner.hasNext() && scanner.peek() != '$') {
      previous = scanner.peek();
      skip(scanner, previous);
    }
    Position end = scanner.position();
    if (scanner.matchMultiple('$') != 1 || isSpace(previous) || isDigit(scanner.peek())) {
      return ParsedInline.none();
    }
    String tex = CjkEmphasis.unmarked(scanner.getSource(start, end).getContent());
    return ParsedInline.of(new InlineMath(tex, false), scanner.position());
  }

  private ParsedInline display(Scanner scanner) {
    if (noDoubleCloserLeft) {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    while (scanner.hasNext()) {
      char c = scanner.peek();
      Position end = scanner.position();
      if (c != '$') {
        skip(scanner, c);
      } else if (scanner.matchMultiple('$') == 2) {
        String tex = CjkEmphasis.unmarked(scanner.getSource(start, end).getContent()).strip();
        return tex.isEmpty()
            ? ParsedInline.none()
            : ParsedInline.of(new InlineMath(tex, true), scanner.position());
      }
    }
    noDoubleCloserLeft = true;
    return ParsedInline.none();
  }

  /** Skips a character, and the next one if the first is a backslash. */
  private static void skip(Scanner scanner, char c) {
    scanner.next();
    if (c == '\\' && scanner.hasNext()) {
      scanner.next();
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == Scanner.END;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
