package com.quaily.page.markdown;

import com.quaily.page.markdown.render.FragmentIds;
import com.quaily.page.markdown.render.RenderPass;
import com.quaily.page.markdown.render.RendererTexts;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Gives footnotes our ids, translated labels and absolute URLs. */
final class FootnoteAttributes implements AttributeProvider {
  private static final String BACK_INDEX = "data-footnote-backref-idx";

  private final RenderPass pass;

  FootnoteAttributes(RenderPass pass) {
    this.pass = pass;
  }

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    boolean footnote =
        node instanceof FootnoteReference
            || node instanceof FootnoteDefinition
            || node instanceof InlineFootnote;
    if (!footnote) {
      return;
    }
    attributes.computeIfPresent("id", (name, id) -> FragmentIds.encoded(id));
    attributes.computeIfPresent(
        "href",
        (name, href) ->
            pass.links().link("#" + FragmentIds.encoded(href.substring(1))).orElse(href));
    if (attributes.containsKey(BACK_INDEX)) {
      String words = pass.word(RendererTexts.BACK_TO_REFERENCE) + " " + attributes.get(BACK_INDEX);
      attributes.put("aria-label", words);
    }
    if (tagName.equals("section")) {
      attributes.put("aria-label", pass.word(RendererTexts.FOOTNOTES));
    }
    attributes.keySet().removeIf(name -> name.startsWith("data-"));
  }
}
