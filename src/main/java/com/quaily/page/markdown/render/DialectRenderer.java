package com.quaily.page.markdown.render;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Base class of the dialect's renderers. */
public abstract class DialectRenderer implements NodeRenderer {
  protected final RenderPass pass;
  protected final HtmlWriter html;
  private final HtmlNodeRendererContext nodes;
  private final Set<Class<? extends Node>> types;

  public DialectRenderer(
      RenderPass pass, HtmlNodeRendererContext nodes, Set<Class<? extends Node>> types) {
    this.pass = pass;
    this.nodes = nodes;
    this.html = nodes.getWriter();
    this.types = types;
  }

  @Override
  public final Set<Class<? extends Node>> getNodeTypes() {
    return types;
  }

  protected final MarkdownContext context() {
    return pass.context();
  }

  protected final void renderChildren(Node parent) {
    Node node = parent.getFirstChild();
    while (node != null) {
      Node next = node.getNext();
      nodes.render(node);
      node = next;
    }
  }

  protected final void renderNode(Node node) {
    nodes.render(node);
  }

  protected final String encoded(String url) {
    return nodes.encodeUrl(url);
  }

  /** Writes an element on separate lines around a node's children. */
  protected final void block(String name, Map<String, String> attributes, Node parent) {
    html.line();
    html.tag(name, attributes);
    renderChildren(parent);
    html.tag("/" + name);
    html.line();
  }
}
