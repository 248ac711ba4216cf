package com.quaily.page.markdown.render;

import com.quaily.model.Language;
import java.util.Objects;

/**
 * The target and settings of a rendering.
 *
 * @param target the kind of document that contains the HTML
 * @param siteBaseUrl the site's base URL, such as {@code https://letters.example}; links below it
 *     are internal
 * @param pageUrl the absolute URL of the page; feeds and email resolve relative links and footnotes
 *     against it
 * @param style how the text is written
 * @param media looks up the sizes of the site's images
 * @param embeds looks up posts and channels of this site
 * @param language the language of words that the renderer adds, such as "Note"
 */
public record MarkdownContext(
    Target target,
    String siteBaseUrl,
    String pageUrl,
    TextStyle style,
    MediaLookup media,
    EmbedLookup embeds,
    Language language) {

  /** The kind of document that contains the HTML. */
  public enum Target {
    /** A page of this site: with anchors, highlighting and click-to-load embeds. */
    PAGE,
    /** A feed entry: absolute URLs, no classes, no scripts. */
    FEED,
    /** An email: like a feed, with formulas as source because most mail clients drop MathML. */
    MAIL
  }

  /**
   * How a text is written.
   *
   * @param kindLineBreak whether a single line break in a paragraph is kept
   * @param lang the language of the text, which decides about its punctuation: a BCP 47 tag; empty
   *     = unknown, the punctuation stays as written
   */
  public record TextStyle(boolean kindLineBreak, String lang) {

    /** Text whose language is unknown, with line breaks as in CommonMark. */
    public static final TextStyle PLAIN = new TextStyle(false, "");
  }

  public MarkdownContext {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(siteBaseUrl, "siteBaseUrl");
    Objects.requireNonNull(pageUrl, "pageUrl");
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(media, "media");
    Objects.requireNonNull(embeds, "embeds");
    Objects.requireNonNull(language, "language");
  }

  public boolean isPage() {
    return target == Target.PAGE;
  }
}
