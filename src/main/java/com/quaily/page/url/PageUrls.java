package com.quaily.page.url;

import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.model.post.Pack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The URLs of everything public. Canonical links, feeds and sitemaps use absolute URLs; links
 * inside a page omit scheme and host (see {@link #link}), so that they work wherever the channel is
 * served.
 */
public final class PageUrls {

  private final Site site;

  public PageUrls(Site site) {
    this.site = site;
  }

  /**
   * The base URL of the channel without a trailing slash: its canonical base, else its custom
   * domain, else its folder on the site.
   */
  public String channelBase(Channel channel) {
    if (!channel.canonicalBase().isEmpty()) {
      return withoutTrailingSlash(channel.canonicalBase());
    }
    if (channel.customDomainEnabled() && !channel.domain().isEmpty()) {
      return "https://" + channel.domain();
    }
    return site.url("/" + segment(channel.slug()));
  }

  /** The channel's first page; a bare host gets a trailing slash. */
  public String index(Channel channel) {
    String base = channelBase(channel);
    return pathOf(base).isEmpty() ? base + "/" : base;
  }

  public String article(Channel channel, String slug) {
    return channelBase(channel) + "/p/" + segment(slug);
  }

  public String numbered(Channel channel, int number) {
    return channelBase(channel) + "/page/" + number;
  }

  public String tag(Channel channel, String tag) {
    return channelBase(channel) + "/tags/" + segment(tag);
  }

  public String feed(Channel channel, FeedFormat format) {
    return channelBase(channel) + "/feed/" + format.path();
  }

  public String about(Channel channel) {
    return channelBase(channel) + "/about";
  }

  public String bower(Channel channel) {
    return channelBase(channel) + "/bower";
  }

  public String packs(Channel channel) {
    return channelBase(channel) + "/packs";
  }

  public String pack(Channel channel, Pack pack) {
    return packs(channel) + "/" + pack.uuid();
  }

  public String sitemapIndex(Channel channel) {
    return channelBase(channel) + "/sitemap_index.xml";
  }

  public String sitemap(Channel channel, int number) {
    return channelBase(channel) + "/sitemap-" + number + ".xml";
  }

  public String widget(Channel channel) {
    return channelBase(channel) + "/widget";
  }

  /**
   * The form for reports of abuse, as a link inside one of the channel's pages.
   *
   * @param post the slug of the post that is reported; empty = the channel
   */
  public String report(Channel channel, String post) {
    String query = "?list=" + segment(channel.slug());
    return siteLink(channel, "/report" + query + (post.isEmpty() ? "" : "&post=" + segment(post)));
  }

  /** The index of all sitemaps of the site. */
  public String sitemapIndex(int number) {
    return site.url(number == 1 ? "/sitemap_index.xml" : "/sitemap_index-" + number + ".xml");
  }

  /**
   * An attachment.
   *
   * @param name hash and extension, for example {@code 3f9c….webp}
   */
  public String media(String name) {
    return site.url("/media/" + segment(name));
  }

  /**
   * The URL as a link inside one of the channel's pages: root-relative if it is on the channel's
   * host, otherwise absolute.
   *
   * @param url absolute, or already root-relative
   */
  public String link(Channel channel, String url) {
    String origin = originOf(channelBase(channel));
    if (url.startsWith(origin) && !url.equals(origin) && url.charAt(origin.length()) == '/') {
      return url.substring(origin.length());
    }
    return url;
  }

  /** A URL of the site itself, such as {@code /api/…}, for one of the channel's pages. */
  public String siteLink(Channel channel, String path) {
    return link(channel, site.url(path));
  }

  /**
   * The absolute URL of an image or another file.
   *
   * @return empty when it is neither http, https nor root-relative
   */
  public String absolute(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return url;
    }
    return url.startsWith("/") && !url.startsWith("//") ? site.url(url) : "";
  }

  /** The URL of an image on one of the channel's pages; empty when invalid. */
  public String picture(Channel channel, String url) {
    return link(channel, absolute(url));
  }

  /** What stands in a path as it is: routers write it so when they put an address right. */
  private static final Map<String, String> PLAIN =
      "~!$&'()+,;=:@"
          .chars()
          .boxed()
          .collect(
              Collectors.toUnmodifiableMap(
                  c -> "%" + HexFormat.of().withUpperCase().toHexDigits((byte) c.intValue()),
                  Character::toString));

  /** A text as one segment of a path, percent-encoded as UTF-8. */
  public static String segment(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    for (Map.Entry<String, String> plain : PLAIN.entrySet()) {
      encoded = encoded.replace(plain.getKey(), plain.getValue());
    }
    // These two would be resolved as relative segments.
    boolean walks = encoded.equals(".") || encoded.equals("..");
    return walks ? encoded.replace(".", "%2E") : encoded;
  }

  private static String withoutTrailingSlash(String url) {
    return url.endsWith("/") ? withoutTrailingSlash(url.substring(0, url.length() - 1)) : url;
  }

  private static String originOf(String base) {
    return base.substring(0, base.length() - pathOf(base).length());
  }

  private static String pathOf(String base) {
    int path = base.indexOf('/', base.indexOf("://") + 3);
    return path < 0 ? "" : base.substring(path);
  }
}
