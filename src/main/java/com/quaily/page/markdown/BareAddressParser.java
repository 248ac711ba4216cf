package com.quaily.page.markdown;

import com.quaily.page.markdown.node.LinkEnds;
import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Takes a bare address as one piece of text, so that asterisks, underscores, tildes and equals
 * signs in it are no markup. Signs at its end are left to the markup around it, as in {@code
 * **https://example.org**}. What becomes a link is decided later, by the extension.
 */
final class BareAddressParser implements InlineContentParser {

  /** What no address holds, and what opens or closes something around it. */
  private static final String STOPS = "<>[]`\\|\"";

  private static final String NOT_LAST = "?!.,:;*_~='";

  static InlineContentParserFactory factory() {
    return new InlineContentParserFactory() {
      @Override
      public Set<Character> getTriggerCharacters() {
        return Set.of('h', 'H', 'w', 'W');
      }

      @Override
      public InlineContentParser create() {
        return new BareAddressParser();
      }
    };
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    if (isLetterOrDigit(scanner.peekPreviousCodePoint()) || !isAddress(scanner)) {
      return ParsedInline.none();
    }
    StringBuilder address = new StringBuilder();
    // Behind the last sign that may be the last of an address.
    var end = scanner.position();
    int length = 0;
    while (scanner.hasNext() && !isStop(scanner.peek())) {
      address.append(scanner.peek());
      scanner.next();
      if (NOT_LAST.indexOf(address.charAt(address.length() - 1)) < 0) {
        end = scanner.position();
        length = address.length();
      }
    }
    return length == 0
        ? ParsedInline.none()
        : ParsedInline.of(new Text(address.substring(0, length)), end);
  }

  /** Whether an address begins here; the scanner stays. */
  private static boolean isAddress(Scanner scanner) {
    var start = scanner.position();
    boolean address = skip(scanner, "www.") || skip(scanner, "http") && isScheme(scanner);
    scanner.setPosition(start);
    return address;
  }

  private static boolean isScheme(Scanner scanner) {
    skip(scanner, "s");
    return scanner.next("://");
  }

  private static boolean skip(Scanner scanner, String letters) {
    var start = scanner.position();
    for (int i = 0; i < letters.length(); i++) {
      if (Character.toLowerCase(scanner.peek()) != letters.charAt(i)) {
        scanner.setPosition(start);
        return false;
      }
      scanner.next();
    }
    return true;
  }

  private static boolean isStop(char c) {
    return c <= ' ' || STOPS.indexOf(c) >= 0 || LinkEnds.isEnd(c) || Character.isWhitespace(c);
  }

  /** In Chinese and Japanese an address may follow a word without a space. */
  private static boolean isLetterOrDigit(int codePoint) {
    return codePoint < 0x2e80 && Character.isLetterOrDigit(codePoint);
  }
}
