package com.quaily.model.page;

/** Storage keys of all pages. Pure functions, used by publisher and router. */
public final class PageKeys {

  /** Prefix of the keys of paid parts. */
  public static final String PAID = "paid/";

  /** What addresses and keys of Markdown end with; no slug contains a dot. */
  public static final String MARKDOWN = ".md";

  private PageKeys() {}

  /** The folder of a channel's public pages; ends with a slash. */
  public static String channel(String channel) {
    return "pages/" + channel + "/";
  }

  public static String index(String channel) {
    return channel(channel) + "index.html";
  }

  /** A list page; numbers start at the oldest posts. */
  public static String numbered(String channel, int number) {
    return channel(channel) + "page/" + number + ".html";
  }

  public static String article(String channel, String post) {
    return channel(channel) + "p/" + post + ".html";
  }

  /** The free part of a post as Markdown. */
  public static String markdown(String channel, String post) {
    return channel(channel) + "p/" + post + MARKDOWN;
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

  /** The widget of all posts of a channel, whose script reads the post from the post's page. */
  public static String postWidget(String channel) {
    return channel(channel) + "post-widget.html";
  }

  /** What the channel is about, and who writes it. */
  public static String about(String channel) {
    return channel(channel) + "about.html";
  }

  /** The channel's short notes. */
  public static String bower(String channel) {
    return channel(channel) + "bower.html";
  }

  public static String packs(String channel) {
    return channel(channel) + "packs.html";
  }

  /**
   * The page of a pack.
   *
   * @param pack its UUID
   */
  public static String pack(String channel, String pack) {
    return channel(channel) + "packs/" + pack + ".html";
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

  public static String siteSitemapIndex(int number) {
    return number == 1 ? "pages/sitemap_index.xml" : "pages/sitemap_index-" + number + ".xml";
  }

  public static String siteRobots() {
    return "pages/robots.txt";
  }

  public static String siteNotFound() {
    return "pages/404.html";
  }

  /** The folder of a channel's paid parts; ends with a slash. */
  public static String paidFolder(String channel) {
    return PAID + channel + "/";
  }

  /** The paid part of a post; the router never serves it. */
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
   * The redirects of a channel, JSON: {@code {"p/old-slug": "p/new-slug"}}. An empty key means that
   * the whole channel moved to the slug in the value.
   */
  public static String redirects(String channel) {
    return "routing/redirects/" + channel + ".json";
  }
}
