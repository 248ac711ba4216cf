package com.quaily.page.markdown.math;

import com.quaily.page.markdown.node.InlineMath;
import com.quaily.page.markdown.node.MathBlock;
import com.quaily.page.markdown.render.DialectRenderer;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.RenderPass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * Renders formulas as MathML, and in email as their source, because most mail clients drop MathML.
 */
public final class MathRenderer extends DialectRenderer {
  /** A longer text is not treated as a formula. */
  private static final int LONGEST = 20_000;

  public MathRenderer(RenderPass pass, HtmlNodeRendererContext nodes) {
    super(pass, nodes, Set.of(InlineMath.class, MathBlock.class));
  }

  @Override
  public void render(Node node) {
    if (node instanceof InlineMath math) {
      boolean alone = math.getPrevious() == null && math.getNext() == null;
      if (math.isDisplay() && alone) {
        displayed(math.tex());
      } else {
        formula(math.tex(), math.isDisplay());
      }
    } else if (node instanceof MathBlock math) {
      if (math.isClosed()) {
        displayed(math.tex());
      } else {
        html.line();
        html.tag("p");
        html.text("$$\n" + math.tex());
        html.tag("/p");
        html.line();
      }
    }
  }

  private void displayed(String tex) {
    html.line();
    Map<String, String> frame = new LinkedHashMap<>();
    frame.put("class", "math");
    if (context().isPage()) {
      // A long formula scrolls, also by keyboard.
      frame.put("tabindex", "0");
    }
    html.tag("div", frame);
    formula(tex, true);
    html.tag("/div");
    html.line();
  }

  private void formula(String tex, boolean display) {
    if (context().target() == Target.MAIL || tex.length() > LONGEST) {
      html.tag("code", Map.of("class", "math"));
      html.text(tex);
      html.tag("/code");
    } else {
      html.raw(MathMl.of(tex, display, context().isPage()));
    }
  }
}
