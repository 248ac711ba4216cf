package com.quaily.page.markdown.render;

import com.quaily.model.Language;
import java.util.Objects;

/**
 * Where and for whom a text is rendered.
 *
 * @param target the kind of document that the HTML goes into
 * @param siteBaseUrl the site's own address, such as {@code https://letters.example}; links below
 *     it are links inside the site
 * @param pageUrl the absolute address of the page that the text stands on; feeds and mail resolve
 *     relative links and footnotes against it
 * @param kindLineBreak whether a single line end in a paragraph is shown as a line break
 * @param media knows the sizes of the site's own images
 * @param embeds knows the posts and channels of this site
 * @param language the language of the few words that the renderer itself adds, such as "Note"
 */
public record MarkdownContext(
    Target target,
    String siteBaseUrl,
    String pageUrl,
    boolean kindLineBreak,
    MediaLookup media,
    EmbedLookup embeds,
    Language language) {

  /** The kind of document that the HTML goes into. */
  public enum Target {
    /** A page of this site: with anchors, highlighting and click-to-load embeds. */
    PAGE,
    /** An entry of a feed: absolute addresses, no classes needed, no script. */
    FEED,
    /**
     * An e-mail: like a feed, and formulas as their source because most mail programs drop MathML.
     */
    MAIL
  }

  public MarkdownContext {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(siteBaseUrl, "siteBaseUrl");
    Objects.requireNonNull(pageUrl, "pageUrl");
    Objects.requireNonNull(media, "media");
    Objects.requireNonNull(embeds, "embeds");
    Objects.requireNonNull(language, "language");
  }

  public boolean isPage() {
    return target == Target.PAGE;
  }
}
