package com.quaily.page.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One rendering: the context and what is noticed on the way. Used by one thread. */
final class RenderPass {
  private final MarkdownContext context;
  private final LinkRules links;
  private final List<OutlineHeading> outline = new ArrayList<>();
  private final Map<String, Integer> usedIds = new HashMap<>();
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

  /** An id made of a text that no element of this rendering has yet. */
  String uniqueId(String text) {
    String base = Ids.of(text);
    int count = usedIds.merge(base, 1, Integer::sum);
    if (count == 1) {
      return base;
    }
    String candidate = base + "-" + (count - 1);
    return usedIds.putIfAbsent(candidate, 1) == null ? candidate : uniqueId(base);
  }

  void add(OutlineHeading heading) {
    outline.add(heading);
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

  RenderedMarkdown result(String html, int readingSeconds) {
    return new RenderedMarkdown(
        html, outline, readingSeconds, mermaid, enclosures, images, references);
  }
}
