package com.quaily.page.markdown;

import com.quaily.page.markdown.callout.CalloutProcessor;
import com.quaily.page.markdown.callout.FencedDivParser;
import com.quaily.page.markdown.math.MathBlockParser;
import com.quaily.page.markdown.math.MathInlineParser;
import com.quaily.page.markdown.node.CjkEmphasis;
import com.quaily.page.markdown.node.LinkEnds;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserFactory;
import org.commonmark.parser.Parser;

/** Parses the dialect into a tree. Thread-safe. */
final class DialectParser {
  /** Blocks nested more deeply than this are treated as text. */
  private static final int DEEPEST_BLOCK = 100;

  private final Parser parser;

  private DialectParser(IncludeSourceSpans spans, InlineParserFactory inlines) {
    this.parser =
        Parser.builder()
            .maxOpenBlockParsers(DEEPEST_BLOCK)
            .includeSourceSpans(spans)
            .inlineParserFactory(inlines)
            .customBlockParserFactory(FencedDivParser.factory())
            .customBlockParserFactory(MathBlockParser.factory())
            .customInlineContentParserFactory(MathInlineParser.factory())
            .customInlineContentParserFactory(AngleBracketParser.factory())
            .customInlineContentParserFactory(BareAddressParser.factory())
            .customDelimiterProcessor(new MarkDelimiter())
            .customDelimiterProcessor(new StrikethroughDelimiter())
            // The first post-processor, because those of the extensions are recursive.
            .postProcessor(new DepthCheck())
            .postProcessor(new LinkEnds())
            .extensions(
                List.of(
                    TablesExtension.create(),
                    FootnotesExtension.create(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create()))
            .postProcessor(new CalloutProcessor())
            .build();
  }

  /** A parser for rendering. */
  static DialectParser forRendering() {
    return new DialectParser(IncludeSourceSpans.NONE, DialectInlineParser::new);
  }

  /** A parser whose nodes know their source lines. */
  static DialectParser withLines() {
    return new DialectParser(IncludeSourceSpans.BLOCKS, DialectInlineParser::new);
  }

  /** A parser that leaves all blocks except headings empty. */
  static DialectParser forOutlines() {
    return new DialectParser(
        IncludeSourceSpans.NONE,
        context -> {
          InlineParser inlines = new DialectInlineParser(context);
          return (lines, block) -> {
            if (block instanceof Heading) {
              inlines.parse(lines, block);
            }
          };
        });
  }

  /**
   * Parses a source.
   *
   * @throws com.quaily.model.error.InvalidException when the source is designed to exhaust memory
   *     or time: too deeply nested inlines, or tables with more empty cells than text
   */
  Node parse(String source) {
    String clean = CjkEmphasis.cleaned(source);
    TableLimit.check(clean);
    return parser.parse(clean);
  }
}
