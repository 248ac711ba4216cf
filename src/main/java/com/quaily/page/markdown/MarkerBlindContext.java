package com.quaily.page.markdown;

import com.quaily.page.markdown.node.CjkEmphasis;
import java.util.List;
import java.util.Set;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;

/** Finds definitions whatever markers stand in the label that is looked for. */
record MarkerBlindContext(InlineParserContext context) implements InlineParserContext {
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
  @SuppressWarnings("InlineMeSuggester") // the interface wants it for as long as it stands
  public LinkReferenceDefinition getLinkReferenceDefinition(String label) {
    return getDefinition(LinkReferenceDefinition.class, label);
  }

  @Override
  public <D> D getDefinition(Class<D> type, String label) {
    return context.getDefinition(type, CjkEmphasis.unmarked(label));
  }
}
