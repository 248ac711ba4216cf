package com.quaily.page.publishing.compose;

import com.quaily.model.page.FeedFormat;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import java.util.Optional;

/** A page of a channel that can be composed. */
public sealed interface PageTarget {

  /** A post's own page; if the post is not published, its pages are removed instead. */
  record Article(long postId) implements PageTarget {}

  /** The channel's front page. */
  record Index() implements PageTarget {}

  /** A list page; numbers start at the oldest posts. */
  record Numbered(int number) implements PageTarget {}

  record Tag(String tag) implements PageTarget {}

  record Feed(FeedFormat format) implements PageTarget {}

  record Sitemap(int number) implements PageTarget {}

  record SitemapIndex() implements PageTarget {}

  record Widget() implements PageTarget {}

  /** The widget of single posts. */
  record PostWidget() implements PageTarget {}

  /** What the channel is about. */
  record About() implements PageTarget {}

  /** The short notes. */
  record Bower() implements PageTarget {}

  /** The list of packs. */
  record Packs() implements PageTarget {}

  /** A pack's own page. */
  record PackPage(String uuid) implements PageTarget {}

  record NotFound() implements PageTarget {}

  /** The table of the channel's redirects. */
  record Redirects() implements PageTarget {}

  /**
   * The page with this manifest key; empty for pages that post changes cannot affect.
   *
   * @param postId the manifest's post; null unless the page is a post's own
   */
  static Optional<PageTarget> of(String channelSlug, String key, PageKind kind, Long postId) {
    if (kind == PageKind.PAID) {
      return Optional.ofNullable(postId).map(Article::new);
    }
    String prefix = PageKeys.channel(channelSlug);
    if (!key.startsWith(prefix)) {
      return Optional.empty();
    }
    String name = key.substring(prefix.length());
    return switch (kind) {
      case ARTICLE -> Optional.ofNullable(postId).map(Article::new);
      case LIST -> Optional.of(list(name));
      case TAG -> Optional.of(new Tag(between(name, "tags/", ".html")));
      case FEED -> feed(name);
      case SITEMAP -> Optional.of(sitemap(name));
      case WIDGET -> Optional.of(fixed(name));
      case NOT_FOUND -> Optional.of(new NotFound());
      case ROUTING, PAID, SITE -> Optional.empty();
    };
  }

  private static PageTarget fixed(String name) {
    return switch (name) {
      case "about.html" -> new About();
      case "bower.html" -> new Bower();
      case "packs.html" -> new Packs();
      case "widget.html" -> new Widget();
      case "post-widget.html" -> new PostWidget();
      default -> new PackPage(between(name, "packs/", ".html"));
    };
  }

  private static PageTarget list(String name) {
    return name.equals("index.html")
        ? new Index()
        : new Numbered(Integer.parseInt(between(name, "page/", ".html")));
  }

  private static Optional<PageTarget> feed(String name) {
    for (FeedFormat format : FeedFormat.values()) {
      if (name.equals("feed/" + format.fileName())) {
        return Optional.of(new Feed(format));
      }
    }
    return Optional.empty();
  }

  private static PageTarget sitemap(String name) {
    return name.equals("sitemap_index.xml")
        ? new SitemapIndex()
        : new Sitemap(Integer.parseInt(between(name, "sitemap-", ".xml")));
  }

  private static String between(String text, String before, String after) {
    return text.substring(before.length(), text.length() - after.length());
  }
}
