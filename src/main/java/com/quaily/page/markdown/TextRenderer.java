package com.quaily.page.markdown;

import com.quaily.page.markdown.node.Mark;
import com.quaily.page.markdown.render.DialectRenderer;
import com.quaily.page.markdown.render.LinkRules;
import com.quaily.page.markdown.render.Outline;
import com.quaily.page.markdown.render.RenderPass;
import com.quaily.page.markdown.render.RendererTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders headings with anchors, links, marked text, line breaks, text and the author's HTML. */
final class TextRenderer extends DialectRenderer {
  private final Prose prose;

  TextRenderer(RenderPass pass, HtmlNodeRendererContext nodes) {
    super(
        pass,
        nodes,
        Set.of(
            Heading.class,
            Link.class,
            Mark.class,
            SoftLineBreak.class,
            HtmlBlock.class,
            HtmlInline.class,
            Text.class));
    this.prose = new Prose(pass.context().style().lang());
  }

  @Override
  public void render(Node node) {
    if (node instanceof Text text) {
      html.text(prose.of(text));
    } else if (node instanceof Heading heading) {
      heading(heading);
    } else if (node instanceof Link link) {
      link(link);
    } else if (node instanceof Mark) {
      html.tag("mark");
      renderChildren(node);
      html.tag("/mark");
    } else if (node instanceof SoftLineBreak) {
      html.raw(context().style().kindLineBreak() ? "<br />\n" : "\n");
    } else if (node instanceof HtmlBlock block) {
      html.line();
      raw(block.getLiteral(), RawHtml.ofBlock(block.getLiteral()));
      html.line();
    } else if (node instanceof HtmlInline inline) {
      prose.notice(inline);
      raw(inline.getLiteral(), RawHtml.ofInline(inline));
    }
  }

  private void heading(Heading heading) {
    String shown = Prose.of(heading, context().style().lang());
    String id = pass.addHeading(heading.getLevel(), Outline.textOf(heading), shown);
    String name = "h" + heading.getLevel();
    html.line();
    html.tag(name, Map.of("id", id));
    renderChildren(heading);
    if (context().isPage()) {
      anchor(id);
    }
    html.tag("/" + name);
    html.line();
  }

  private void anchor(String id) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "anchor");
    attributes.put("href", "#" + id);
    attributes.put("aria-label", pass.word(RendererTexts.ANCHOR));
    html.tag("a", attributes);
    html.text("#");
    html.tag("/a");
  }

  private void link(Link link) {
    Optional<String> url = pass.links().link(link.getDestination());
    if (url.isEmpty()) {
      renderChildren(link);
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("href", encoded(url.get()));
    if (link.getTitle() != null) {
      attributes.put("title", link.getTitle());
    }
    if (pass.links().leadsOutside(url.get())) {
      attributes.put("rel", LinkRules.OUTSIDE_REL);
    }
    html.tag("a", attributes);
    renderChildren(link);
    html.tag("/a");
  }

  private void raw(String literal, String whole) {
    if (PaywallSplitter.isOnlyMarker(literal)) {
      return;
    }
    pass.noticeRawHtml();
    html.raw(whole);
  }
}
