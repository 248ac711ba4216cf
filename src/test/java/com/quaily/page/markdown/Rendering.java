package com.quaily.page.markdown;

import com.quaily.model.Language;
import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.EmbeddedChannel;
import com.quaily.page.markdown.render.EmbeddedPost;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.MarkdownContext.TextStyle;
import com.quaily.page.markdown.render.MediaSize;
import com.quaily.page.markdown.render.RenderedMarkdown;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Renders Markdown for the tests, on a site with one image, one post and one channel. */
public final class Rendering {
  public static final String SITE = "https://letters.example";
  public static final String PAGE = SITE + "/sea/p/waves";

  private static final Markdown MARKDOWN = new Markdown();
  private static final EmbedLookup EMBEDS =
      new EmbedLookup() {
        @Override
        public Optional<EmbeddedPost> post(String channelSlug, String postSlug) {
          return channelSlug.equals("sea") && postSlug.equals("tides")
              ? Optional.of(
                  new EmbeddedPost(
                      "Tides & <moon>", "Why water", SITE + "/sea/p/tides", "/media/cover.webp"))
              : Optional.empty();
        }

        @Override
        public Optional<EmbeddedChannel> channel(String slug) {
          return slug.equals("sea")
              ? Optional.of(new EmbeddedChannel("The Sea", "", SITE + "/sea", null))
              : Optional.empty();
        }
      };

  private Rendering() {}

  public static MarkdownContext context(Target target) {
    return new MarkdownContext(
        target, SITE, PAGE, TextStyle.PLAIN, Rendering::size, EMBEDS, Language.EN);
  }

  private static Optional<MediaSize> size(String url) {
    return url.endsWith("/media/boat.webp")
        ? Optional.of(new MediaSize(1600, 800, List.of(640, 1280)))
        : Optional.empty();
  }

  public static RenderedMarkdown rendered(String source) {
    return MARKDOWN.render(source, context(Target.PAGE));
  }

  public static String page(String source) {
    return rendered(source).html().strip();
  }

  public static String feed(String source) {
    return MARKDOWN.render(source, context(Target.FEED)).html().strip();
  }

  public static String mail(String source) {
    return MARKDOWN.render(source, context(Target.MAIL)).html().strip();
  }

  public static Document pageDom(String source) {
    return Jsoup.parseBodyFragment(page(source));
  }
}
