package com.quaily.service.post;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.model.post.OutlineEntry;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.MarkdownContext.TextStyle;
import com.quaily.page.markdown.render.MediaLookup;
import java.util.List;

/** Renders short Markdown texts, such as biographies, and extracts outlines of posts. */
public final class MarkdownTexts {

  private static final long KEPT_CHARACTERS = 1_000_000;

  private final Markdown markdown;
  private final Site site;

  /** Responses contain the same few biographies again and again. */
  private final Cache<String, String> rendered =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((String text, String html) -> 100 + text.length() + html.length())
          .build();

  public MarkdownTexts(Markdown markdown, Site site) {
    this.markdown = markdown;
    this.site = site;
  }

  /** Safe HTML of a text; empty for an empty text. */
  public String html(String text) {
    return text.isEmpty()
        ? ""
        : rendered.get(text, source -> markdown.render(source, context()).html());
  }

  /**
   * Like {@link #html}, for texts of guests on others' pages: images of other sites, which would
   * tell them who reads the page, become their descriptions.
   */
  public String guestHtml(String text) {
    String html = html(text);
    return html.contains("<") ? RemoteMedia.removed(html, site.baseUrl()) : html;
  }

  /** The headings of a text in order. */
  public List<OutlineEntry> outline(String text) {
    return markdown.outline(text).stream()
        .map(heading -> new OutlineEntry(heading.level(), heading.text(), heading.id()))
        .toList();
  }

  private MarkdownContext context() {
    return new MarkdownContext(
        Target.PAGE,
        site.baseUrl(),
        site.baseUrl(),
        TextStyle.PLAIN,
        MediaLookup.NONE,
        EmbedLookup.NONE,
        Language.EN);
  }
}
