package com.quaily.page.markdown;

import com.quaily.page.markdown.node.CjkEmphasis;
import java.util.List;
import java.util.Set;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;

/**
 * Wraps the library's inline parser: checks the nesting first, and lets emphasis work next to
 * Chinese, Japanese and Korean punctuation.
 */
final class DialectInlineParser implements InlineParser {
  private final InlineParser delegate;

  DialectInlineParser(InlineParserContext context) {
    this.delegate = new InlineParserImpl(new MarkerBlindContext(context));
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

  /** Finds definitions even if the label contains markers. */
  private record MarkerBlindContext(InlineParserContext context) implements InlineParserContext {
    @Override
    public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
      return context.getCustomInlineContentParserFactories();
    }

    @Override
    public List<DelimiterProcessor> getCustomDelimiterProcessors() {
      return context.getCustomDelimiterProcessors();
    }

    @Override
    public List<LinkProcessor> getCustomLinkProcessors() {
      return context.getCustomLinkProcessors();
    }

    @Override
    public Set<Character> getCustomLinkMarkers() {
      return context.getCustomLinkMarkers();
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // required by the interface until it is removed
    public LinkReferenceDefinition getLinkReferenceDefinition(String label) {
      return getDefinition(LinkReferenceDefinition.class, label);
    }

    @Override
    public <D> D getDefinition(Class<D> type, String label) {
      return context.getDefinition(type, CjkEmphasis.unmarked(label));
    }
  }
}
