package com.quaily.page.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Formulas. */
final class MathRenderer extends DialectRenderer {
  MathRenderer(RenderPass pass, HtmlNodeRendererContext nodes) {
    super(pass, nodes, Set.of(InlineMath.class, MathBlock.class));
  }

  @Override
  public void render(Node node) {
    if (node instanceof InlineMath math) {
      source(math.tex());
    } else if (node instanceof MathBlock math) {
      html.line();
      html.tag("p");
      source(math.tex());
      html.tag("/p");
      html.line();
    }
  }

  private void source(String tex) {
    html.tag("code", Map.of("class", "math"));
    html.text(tex);
    html.tag("/code");
  }
}
