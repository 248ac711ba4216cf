package com.quaily.page.markdown;

import java.util.HashSet;
import java.util.Set;
import org.commonmark.node.HtmlInline;
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
    if (special ? isClosed(scanner) : mayBeLink(scanner)) {
      return ParsedInline.none();
    }
    scanner.setPosition(afterSign);
    if (!special && HtmlTag.skip(scanner)) {
      HtmlInline tag = new HtmlInline();
      tag.setLiteral(scanner.getSource(start, scanner.position()).getContent());
      return ParsedInline.of(tag, scanner.position());
    }
    return ParsedInline.of(new Text("<"), afterSign);
  }

  /** Whether a comment, an instruction, a declaration or a CDATA section begins here and ends. */
  private boolean isClosed(Scanner scanner) {
    if (scanner.next('?')) {
      return isAhead(scanner, "?>");
    }
    scanner.next();
    if (scanner.next("--")) {
      // A comment may close with the hyphens that it opens with: <!--> and <!---> are comments.
      return scanner.next('>') || scanner.next("->") || isAhead(scanner, "-->");
    }
    if (scanner.next("[CDATA[")) {
      return isAhead(scanner, "]]>");
    }
    return HtmlTag.skipDeclarationName(scanner) && isAhead(scanner, ">");
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

  private boolean isAhead(Scanner scanner, String closer) {
    if (closersGone.contains(closer)) {
      return false;
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
