package com.quaily.page.markdown.callout;

import com.quaily.page.markdown.node.CalloutTitle;
import com.quaily.page.markdown.node.FencedDiv;
import com.quaily.page.markdown.node.NodeWalk;
import com.quaily.page.markdown.render.DialectRenderer;
import com.quaily.page.markdown.render.RenderPass;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders callouts and fenced divs. */
public final class BoxRenderer extends DialectRenderer {
  public BoxRenderer(RenderPass pass, HtmlNodeRendererContext nodes) {
    super(pass, nodes, Set.of(Callout.class, CalloutTitle.class, FencedDiv.class));
  }

  @Override
  public void render(Node node) {
    if (node instanceof FencedDiv div) {
      String classes =
          div.classes().stream().map(name -> "div-" + name).collect(Collectors.joining(" "));
      block("div", classes.isEmpty() ? Map.of() : Map.of("class", classes), div);
    } else if (node instanceof Callout callout) {
      callout(callout);
    }
  }

  private void callout(Callout callout) {
    Node title = callout.getFirstChild() instanceof CalloutTitle own ? own : null;
    String kind = pass.word(callout.kind().wording());
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "callout callout-" + callout.kind().name().toLowerCase(Locale.ROOT));
    if (context().isPage()) {
      // Not a landmark: an article has many, and their names repeat.
      attributes.put("role", "note");
      attributes.put("aria-label", title == null ? kind : NodeWalk.text(title).strip());
    }
    String name = context().isPage() ? "aside" : "blockquote";
    html.line();
    html.tag(name, attributes);
    title(title, kind);
    Node child = title == null ? callout.getFirstChild() : title.getNext();
    while (child != null) {
      Node next = child.getNext();
      renderNode(child);
      child = next;
    }
    html.tag("/" + name);
    html.line();
  }

  private void title(Node own, String kind) {
    html.line();
    html.tag("p", Map.of("class", "callout-title"));
    String emphasis = context().isPage() ? null : "strong";
    if (emphasis != null) {
      html.tag(emphasis);
    }
    if (own == null) {
      html.text(kind);
    } else {
      renderChildren(own);
    }
    if (emphasis != null) {
      html.tag("/" + emphasis);
    }
    html.tag("/p");
    html.line();
  }
}
