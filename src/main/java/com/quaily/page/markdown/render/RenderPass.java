package com.quaily.page.markdown.render;

import com.quaily.page.typography.SmartPunctuation;
import java.util.ArrayList;
import java.util.List;

/** The context and collected results of one rendering. Used by one thread. */
public final class RenderPass {
  private final MarkdownContext context;
  private final LinkRules links;
  private final Outline outline = new Outline();
  private final List<Enclosure> enclosures = new ArrayList<>();
  private final List<String> images = new ArrayList<>();
  private final List<PostReference> references = new ArrayList<>();
  private boolean mermaid;
  private boolean rawHtml;

  public RenderPass(MarkdownContext context) {
    this.context = context;
    this.links = new LinkRules(context);
  }

  public MarkdownContext context() {
    return context;
  }

  public LinkRules links() {
    return links;
  }

  public String word(RendererTexts wording) {
    return wording.in(context.language());
  }

  /**
   * Records a heading.
   *
   * @param text as written
   * @param shown as readers see it
   * @return its id, unique in this rendering
   */
  public String addHeading(int level, String text, String shown) {
    return outline.add(level, text, shown);
  }

  /** A text that is no node, such as a caption, with the punctuation of the text's language. */
  public String prose(String text) {
    return SmartPunctuation.of(text, context.style().lang());
  }

  public void add(Enclosure enclosure) {
    enclosures.add(enclosure);
  }

  public void add(PostReference reference) {
    references.add(reference);
  }

  /** Records an image; true for the first one. */
  public boolean addImage(String url) {
    images.add(url);
    return images.size() == 1;
  }

  public void noticeMermaid() {
    mermaid = true;
  }

  public void noticeRawHtml() {
    rawHtml = true;
  }

  public boolean hasRawHtml() {
    return rawHtml;
  }

  public RenderedMarkdown result(String html) {
    return new RenderedMarkdown(html, outline.headings(), mermaid, enclosures, images, references);
  }
}
