package com.quaily.model.page;

/** Under which key each finished page lies in storage. Pure functions, used on both sides. */
public final class PageKeys {

  /** What the key of every part behind a paywall begins with. */
  public static final String PAID = "paid/";

  private PageKeys() {}

  /** Everything public of one channel; ends with a slash. */
  public static String channel(String channel) {
    return "pages/" + channel + "/";
  }

  public static String index(String channel) {
    return channel(channel) + "index.html";
  }

  /** A list page, numbered from the oldest post on. */
  public static String numbered(String channel, int number) {
    return channel(channel) + "page/" + number + ".html";
  }

  public static String article(String channel, String post) {
    return channel(channel) + "p/" + post + ".html";
  }

  public static String tag(String channel, String tag) {
    return channel(channel) + "tags/" + tag + ".html";
  }

  public static String feed(String channel, FeedFormat format) {
    return channel(channel) + "feed/" + format.fileName();
  }

  public static String widget(String channel) {
    return channel(channel) + "widget.html";
  }

  public static String sitemapIndex(String channel) {
    return channel(channel) + "sitemap_index.xml";
  }

  public static String sitemap(String channel, int number) {
    return channel(channel) + "sitemap-" + number + ".xml";
  }

  public static String notFound(String channel) {
    return channel(channel) + "404.html";
  }

  public static String siteSitemapIndex() {
    return "pages/sitemap_index.xml";
  }

  public static String siteRobots() {
    return "pages/robots.txt";
  }

  public static String siteNotFound() {
    return "pages/404.html";
  }

  /** The folder of a channel's parts behind the paywall; ends with a slash. */
  public static String paidFolder(String channel) {
    return PAID + channel + "/";
  }

  /** The part behind the paywall; never served by the router. */
  public static String paid(String channel, long post) {
    return paidFolder(channel) + post + ".html";
  }

  /** A file of a static site such as the portal. */
  public static String site(String service, String path) {
    return "sites/" + service + "/" + path;
  }

  /** The table of custom domains, JSON: {@code {"host": "channel slug"}}. */
  public static String hosts() {
    return "routing/hosts.json";
  }

  /**
   * The redirects of a channel, JSON: {@code {"p/old-slug": "p/new-slug"}}; the empty key means
   * that the whole channel moved to the slug that is its value.
   */
  public static String redirects(String channel) {
    return "routing/redirects/" + channel + ".json";
  }
}
