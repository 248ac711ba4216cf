package com.quaily.routing.route;

import com.quaily.model.page.FeedFormat;
import com.quaily.model.page.PageKeys;
import com.quaily.model.post.Slug;
import com.quaily.routing.route.Route.PageRoute;
import com.quaily.routing.route.Route.Place;
import com.quaily.routing.route.Route.ShortPostRoute;
import com.quaily.storage.StorageKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages of every channel, by their paths. */
public final class ChannelPages {

  private static final String POST = "p";

  /** The first of two segments. */
  private static final Set<String> KINDS = Set.of(POST, "tags", "page", "feed");

  private static final String SITEMAP_START = "sitemap-";
  private static final String SITEMAP_END = ".xml";

  private ChannelPages() {}

  /**
   * Finds the page for a path within a channel.
   *
   * @param channel a possible slug
   * @param path decoded segments in canonical form, none for the channel's first page
   * @param base the channel's base path, as in {@link Place}
   */
  public static Optional<PageRoute> match(String channel, List<String> path, String base) {
    return key(channel, path)
        .filter(StorageKey::isValid)
        .map(key -> new PageRoute(key, new Place(channel, String.join("/", path), base)));
  }

  /** Whether the page is that of a post. */
  static boolean isPost(Place place) {
    return place.path().startsWith(POST + "/") && !place.path().endsWith(PageKeys.MARKDOWN);
  }

  /** The post of a channel that an address without the {@code p} leads to. */
  static Optional<ShortPostRoute> matchShort(String channel, String slug) {
    boolean possible = Slug.isValid(slug) && !KINDS.contains(slug);
    return possible
        ? match(channel, List.of(POST, slug), "/" + channel).map(ShortPostRoute::new)
        : Optional.empty();
  }

  private static Optional<String> key(String channel, List<String> path) {
    return switch (path.size()) {
      case 0 -> Optional.of(PageKeys.index(channel));
      case 1 -> single(channel, path.get(0));
      case 2 -> pair(channel, path.get(0), path.get(1));
      default -> Optional.empty();
    };
  }

  private static Optional<String> single(String channel, String name) {
    if (name.equals("widget") || name.equals("widget.external")) {
      return Optional.of(PageKeys.widget(channel));
    }
    if (name.equals("about")) {
      return Optional.of(PageKeys.about(channel));
    }
    if (name.equals("bower")) {
      return Optional.of(PageKeys.bower(channel));
    }
    if (name.equals("packs")) {
      return Optional.of(PageKeys.packs(channel));
    }
    if (name.equals("sitemap_index.xml")) {
      return Optional.of(PageKeys.sitemapIndex(channel));
    }
    if (name.startsWith(SITEMAP_START) && name.endsWith(SITEMAP_END)) {
      String number = name.substring(SITEMAP_START.length(), name.length() - SITEMAP_END.length());
      return number(number).map(n -> PageKeys.sitemap(channel, n));
    }
    return Optional.empty();
  }

  private static Optional<String> pair(String channel, String kind, String name) {
    return switch (kind) {
      case POST -> Optional.of(article(channel, name));
      case "packs" -> Optional.of(PageKeys.pack(channel, name));
      case "tags" -> Optional.of(PageKeys.tag(channel, name));
      case "page" -> number(name).map(n -> PageKeys.numbered(channel, n));
      case "feed" -> feed(name).map(format -> PageKeys.feed(channel, format));
      default -> Optional.empty();
    };
  }

  private static String article(String channel, String name) {
    return name.endsWith(PageKeys.MARKDOWN)
        ? PageKeys.markdown(channel, name.substring(0, name.length() - PageKeys.MARKDOWN.length()))
        : PageKeys.article(channel, name);
  }

  private static Optional<FeedFormat> feed(String name) {
    for (FeedFormat format : FeedFormat.values()) {
      if (format.path().equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Numbers have one spelling: no sign, no leading zero, and a limited length. */
  private static Optional<Integer> number(String text) {
    boolean plain = !text.isEmpty() && text.length() <= 9 && text.charAt(0) != '0';
    return plain && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(Integer.valueOf(text))
        : text.equals("0") ? Optional.of(0) : Optional.empty();
  }
}
