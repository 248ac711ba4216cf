package com.quaily.page.markdown;

import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.AsciiMatcher;

/** Finds the end of a tag in running text, by the rules of CommonMark 0.31, section 6.6. */
final class HtmlTag {
  private static final AsciiMatcher LETTER =
      AsciiMatcher.builder().range('A', 'Z').range('a', 'z').build();
  private static final AsciiMatcher NAME = LETTER.newBuilder().range('0', '9').c('-').build();
  private static final AsciiMatcher ATTRIBUTE_START = LETTER.newBuilder().c('_').c(':').build();
  private static final AsciiMatcher ATTRIBUTE =
      ATTRIBUTE_START.newBuilder().range('0', '9').c('.').c('-').build();
  private static final AsciiMatcher UNQUOTED_VALUE_END =
      AsciiMatcher.builder().anyOf(" \t\n\u000B\f\r\"'=<>`").build();

  private HtmlTag() {}

  /**
   * Moves past an opening or closing tag.
   *
   * @param scanner after the {@code <}; anywhere when there is no tag
   * @return whether there is one
   */
  static boolean skip(Scanner scanner) {
    boolean closing = scanner.next('/');
    if (!LETTER.matches(scanner.peek())) {
      return false;
    }
    scanner.match(NAME);
    boolean spaced = scanner.whitespace() > 0;
    if (closing) {
      return scanner.next('>');
    }
    while (spaced && ATTRIBUTE_START.matches(scanner.peek())) {
      scanner.match(ATTRIBUTE);
      spaced = scanner.whitespace() > 0;
      if (scanner.next('=')) {
        scanner.whitespace();
        if (!skipValue(scanner)) {
          return false;
        }
        spaced = scanner.whitespace() > 0;
      }
    }
    scanner.next('/');
    return scanner.next('>');
  }

  /** Moves past the name of a declaration and the space that must follow it. */
  static boolean skipDeclarationName(Scanner scanner) {
    return scanner.match(LETTER) > 0 && scanner.whitespace() > 0;
  }

  private static boolean skipValue(Scanner scanner) {
    char quote = scanner.peek();
    if (quote != '"' && quote != '\'') {
      return scanner.find(UNQUOTED_VALUE_END) > 0;
    }
    scanner.next();
    boolean closed = scanner.find(quote) >= 0;
    scanner.next();
    return closed;
  }
}
