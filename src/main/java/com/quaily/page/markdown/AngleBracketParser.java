package com.quaily.page.markdown;

import java.util.HashSet;
import java.util.Set;
import org.commonmark.internal.inline.HtmlInlineParser;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Rejects early what a {@code <} cannot start. The library gives the same results, but it searches
 * to the end of the block for the end of each link, comment or declaration, which takes quadratic
 * time for many unclosed ones. An instance serves one block and remembers which ends are missing.
 */
final class AngleBracketParser implements InlineContentParser {
  private final Set<String> closersGone = new HashSet<>();
  private final HtmlInlineParser tags = new HtmlInlineParser();

  static InlineContentParserFactory factory() {
    return new InlineContentParserFactory() {
      @Override
      public Set<Character> getTriggerCharacters() {
        return Set.of('<');
      }

      @Override
      public InlineContentParser create() {
        return new AngleBracketParser();
      }
    };
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    scanner.next();
    Position afterSign = scanner.position();
    boolean special = scanner.peek() == '!' || scanner.peek() == '?';
    if (special && !isAhead(scanner, closerOf(scanner))) {
      return ParsedInline.of(new Text("<"), afterSign);
    }
    scanner.setPosition(afterSign);
    if (!special && mayBeLink(scanner)) {
      return ParsedInline.none();
    }
    scanner.setPosition(start);
    ParsedInline tag = tags.tryParse(state);
    return tag == ParsedInline.none() ? ParsedInline.of(new Text("<"), afterSign) : tag;
  }

  /** Whether a {@code >} comes before any space or another {@code <}, as in links. */
  private static boolean mayBeLink(Scanner scanner) {
    while (scanner.hasNext()) {
      char c = scanner.peek();
      if (c == '>') {
        return true;
      }
      if (c <= ' ' || c == '<') {
        return false;
      }
      scanner.next();
    }
    return false;
  }

  private static String closerOf(Scanner scanner) {
    if (scanner.next('?')) {
      return "?>";
    }
    scanner.next();
    if (scanner.next("--")) {
      return "-->";
    }
    return scanner.next("[CDATA[") ? "]]>" : ">";
  }

  private boolean isAhead(Scanner scanner, String closer) {
    if (closersGone.contains(closer)) {
      return false;
    }
    // The opening hyphens can also close a comment: <!--> and <!---> are comments.
    if (closer.equals("-->") && (scanner.next('>') || scanner.next("->"))) {
      return true;
    }
    while (scanner.find(closer.charAt(0)) >= 0) {
      if (scanner.next(closer)) {
        return true;
      }
      scanner.next();
    }
    closersGone.add(closer);
    return false;
  }
}
