package com.quaily.page.markdown;

import com.quaily.page.markdown.node.CjkEmphasis;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * Wraps the library's inline parser: checks the nesting first, and lets emphasis work next to
 * Chinese, Japanese and Korean punctuation.
 */
final class DialectInlineParser implements InlineParser {
  private final InlineParser delegate;

  DialectInlineParser(InlineParserContext context) {
    this.delegate = LibraryInlineParser.create(new MarkerBlindContext(context));
  }

  @Override
  public void parse(SourceLines lines, Node block) {
    NestingBound.check(lines);
    SourceLines marked = CjkEmphasis.mark(lines);
    delegate.parse(marked, block);
    if (marked != lines) {
      CjkEmphasis.unmark(block);
    }
  }
}
