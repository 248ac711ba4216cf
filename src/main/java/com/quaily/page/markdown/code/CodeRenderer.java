package com.quaily.page.markdown.code;

import com.quaily.page.markdown.render.DialectRenderer;
import com.quaily.page.markdown.render.RenderPass;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders code blocks, highlighted on pages, and diagrams. */
public final class CodeRenderer extends DialectRenderer {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z0-9+#._-]{1,30}");
  private static final String MERMAID = "mermaid";

  public CodeRenderer(RenderPass pass, HtmlNodeRendererContext nodes) {
    super(pass, nodes, Set.of(FencedCodeBlock.class, IndentedCodeBlock.class));
  }

  @Override
  public void render(Node node) {
    if (node instanceof FencedCodeBlock fenced) {
      String language = languageOf(fenced.getInfo());
      if (language.equals(MERMAID) && context().isPage()) {
        diagram(fenced.getLiteral());
      } else {
        code(fenced.getLiteral(), language);
      }
    } else if (node instanceof IndentedCodeBlock indented) {
      code(indented.getLiteral(), "");
    }
  }

  /** The first word after a fence, also in the forms {@code {.java}} and {@code java:x}. */
  private static String languageOf(String info) {
    String words = info == null ? "" : info.strip().toLowerCase(Locale.ROOT);
    String word = words.split("[\\s{},:]+", 3)[words.startsWith("{") ? 1 : 0];
    String name = word.startsWith(".") ? word.substring(1) : word;
    return LANGUAGE.matcher(name).matches() ? name : "";
  }

  private void diagram(String source) {
    pass.noticeMermaid();
    html.line();
    html.tag("pre", Map.of("class", MERMAID));
    html.text(source);
    html.tag("/pre");
    html.line();
  }

  private void code(String source, String language) {
    Map<String, String> frame = new LinkedHashMap<>();
    frame.put("class", "code");
    if (context().isPage()) {
      frame.put("tabindex", "0");
    }
    html.line();
    html.tag("pre", frame);
    html.tag("code", language.isEmpty() ? Map.of() : Map.of("class", "language-" + language));
    Optional<String> highlighted =
        context().isPage() ? CodeHighlighter.highlight(source, language) : Optional.empty();
    highlighted.ifPresentOrElse(html::raw, () -> html.text(source));
    html.tag("/code");
    html.tag("/pre");
    html.line();
  }
}
