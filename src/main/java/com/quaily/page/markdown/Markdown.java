package com.quaily.page.markdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.page.markdown.callout.BoxRenderer;
import com.quaily.page.markdown.code.CodeRenderer;
import com.quaily.page.markdown.image.ImageRenderer;
import com.quaily.page.markdown.math.MathRenderer;
import com.quaily.page.markdown.render.FragmentIds;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.Outline;
import com.quaily.page.markdown.render.OutlineHeading;
import com.quaily.page.markdown.render.RenderPass;
import com.quaily.page.markdown.render.RenderedMarkdown;
import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The Markdown dialect of posts: CommonMark, GitHub's extensions and the features in
 * docs/markdown.md. Thread-safe.
 *
 * <p>The HTML is safe for any source. The renderer's own output is escaped; if the source contains
 * HTML, the whole output passes {@link HtmlPolicy} as the last step.
 *
 * <p>Sources of any size are accepted; callers set the limit. Sources designed to exhaust memory or
 * time are rejected with {@link com.quaily.model.error.InvalidException}.
 */
public final class Markdown {

  private static final long KEPT_CHARACTERS = 500_000;

  private final DialectParser parser = DialectParser.forRendering();
  private final DialectParser outlineParser = DialectParser.forOutlines();

  /** Saving a post needs its length, excerpt, outline, page and feed one after another. */
  private final Cache<String, Node> parsed =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((String source, Node document) -> 100 + source.length())
          .executor(Runnable::run)
          .build();

  /** Renders a source; neither argument may be null. */
  public RenderedMarkdown render(String source, MarkdownContext context) {
    Node document = parse(source);
    RenderPass pass = new RenderPass(context);
    BoundedOutput out = new BoundedOutput(source.length());
    renderer(pass).render(document, out);
    String html = withoutControls(out.toString());
    return pass.result(pass.hasRawHtml() ? HtmlPolicy.apply(html, pass.links()) : html);
  }

  /**
   * Splits a source at the first line {@code <!--paywall-->} outside code blocks. Neither part
   * contains the line.
   */
  public static SplitContent splitPaywall(String source) {
    return PaywallSplitter.split(source);
  }

  /**
   * The beginning of a source's free part as plain text, for summaries: without headings, code,
   * images and HTML, cut at the end of a sentence or word, followed by an ellipsis.
   *
   * @param maxLength maximum length in UTF-16 units, at least 1
   */
  public String plainText(String source, int maxLength) {
    return Excerpt.of(parse(splitPaywall(source).free()), maxLength);
  }

  /** What pages would show as its source, or not at all, in order. */
  public static List<ForeignMarkup.Finding> foreignMarkup(String source) {
    return ForeignMarkup.in(source);
  }

  /** The fragment id of a heading with this text, if no earlier heading has the same. */
  public static String headingId(String text) {
    return FragmentIds.of(text);
  }

  /** The headings of a source, as {@link #render} finds them. */
  public List<OutlineHeading> outline(String source) {
    Node known = parsed.getIfPresent(source);
    return Outline.of(known == null ? outlineParser.parse(source) : known);
  }

  /** The reading time of a source in seconds; at least 1 for any text, 0 for none. */
  public int readingSeconds(String source) {
    return ReadingTime.seconds(parse(source));
  }

  /** A tree that is not modified any more. */
  private Node parse(String source) {
    return parsed.get(source, parser::parse);
  }

  /** HTML allows no control characters but tabs and line ends, however a source names them. */
  private static String withoutControls(String html) {
    for (int i = 0; i < html.length(); i++) {
      if (isControl(html.charAt(i))) {
        StringBuilder clean = new StringBuilder(html.length());
        html.chars().filter(c -> !isControl((char) c)).forEach(c -> clean.append((char) c));
        return clean.toString();
      }
    }
    return html;
  }

  private static boolean isControl(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= '\u007f' && c <= '\u009f');
  }

  private static HtmlRenderer renderer(RenderPass pass) {
    return HtmlRenderer.builder()
        .percentEncodeUrls(true)
        .nodeRendererFactory(nodes -> new TextRenderer(pass, nodes))
        .nodeRendererFactory(nodes -> new ListRenderer(pass, nodes))
        .nodeRendererFactory(nodes -> new TableRenderer(pass, nodes))
        .nodeRendererFactory(nodes -> new BoxRenderer(pass, nodes))
        .nodeRendererFactory(nodes -> new CodeRenderer(pass, nodes))
        .nodeRendererFactory(nodes -> new MathRenderer(pass, nodes))
        .nodeRendererFactory(nodes -> new ImageRenderer(pass, nodes))
        .attributeProviderFactory(nodes -> new FootnoteAttributes(pass))
        .extensions(List.of(FootnotesExtension.create(), StrikethroughExtension.create()))
        .build();
  }
}
