package com.quaily.page.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;

/**
 * The library's own parser of inlines. The library has no public constructor for it, but hands it
 * to every block of a document: so a document of one block is parsed, and the block keeps it. That
 * parser knows only the definitions of its own document, therefore links and footnotes ask the
 * context that is given here.
 */
final class LibraryInlineParser {
  private LibraryInlineParser() {}

  static InlineParser create(InlineParserContext context) {
    KeepingBlock block = new KeepingBlock();
    Parser.Builder parser =
        Parser.builder()
            .customBlockParserFactory((state, matched) -> BlockStart.of(block).atIndex(0));
    context
        .getCustomInlineContentParserFactories()
        .forEach(parser::customInlineContentParserFactory);
    context.getCustomDelimiterProcessors().forEach(parser::customDelimiterProcessor);
    context.getCustomLinkMarkers().forEach(parser::linkMarker);
    for (LinkProcessor processor : context.getCustomLinkProcessors()) {
      parser.linkProcessor((link, scanner, own) -> processor.process(link, scanner, context));
    }
    parser.linkProcessor((link, scanner, own) -> reference(link, scanner, context));
    parser.build().parse("-");
    return block.kept;
  }

  /** A link or an image with a definition elsewhere; the others are left to the library. */
  private static LinkResult reference(LinkInfo link, Scanner scanner, InlineParserContext context) {
    if (link.destination() != null) {
      return LinkResult.none();
    }
    String label = link.label() == null || link.label().isEmpty() ? link.text() : link.label();
    LinkReferenceDefinition definition =
        context.getDefinition(LinkReferenceDefinition.class, label);
    if (definition == null) {
      return LinkResult.none();
    }
    String destination = definition.getDestination();
    String title = definition.getTitle();
    if (link.marker() != null && link.marker().getLiteral().equals("!")) {
      Node image = new Image(destination, title);
      return LinkResult.wrapTextIn(image, scanner.position()).includeMarker();
    }
    return LinkResult.wrapTextIn(new Link(destination, title), scanner.position());
  }

  private static final class KeepingBlock extends AbstractBlockParser {
    private final Block block = new CustomBlock() {};
    private InlineParser kept;

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return BlockContinue.none();
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
      kept = inlineParser;
    }
  }
}
