package com.quaily.page.markdown;

import java.util.ArrayList;
import java.util.List;

/** One rendering: the context and what is noticed on the way. Used by one thread. */
final class RenderPass {
  private final MarkdownContext context;
  private final LinkRules links;
  private final Outline outline = new Outline();
  private final List<Enclosure> enclosures = new ArrayList<>();
  private final List<String> images = new ArrayList<>();
  private final List<PostReference> references = new ArrayList<>();
  private boolean mermaid;
  private boolean rawHtml;

  RenderPass(MarkdownContext context) {
    this.context = context;
    this.links = new LinkRules(context);
  }

  MarkdownContext context() {
    return context;
  }

  LinkRules links() {
    return links;
  }

  String word(Wording wording) {
    return wording.in(context.language());
  }

  /**
   * Notes a heading.
   *
   * @return its id, which no other element of this rendering has
   */
  String addHeading(int level, String text) {
    return outline.add(level, text);
  }

  void add(Enclosure enclosure) {
    enclosures.add(enclosure);
  }

  void add(PostReference reference) {
    references.add(reference);
  }

  /** Notes an image; true when it is the first. */
  boolean addImage(String url) {
    images.add(url);
    return images.size() == 1;
  }

  void noticeMermaid() {
    mermaid = true;
  }

  void noticeRawHtml() {
    rawHtml = true;
  }

  boolean hasRawHtml() {
    return rawHtml;
  }

  RenderedMarkdown result(String html) {
    return new RenderedMarkdown(html, outline.headings(), mermaid, enclosures, images, references);
  }
}
