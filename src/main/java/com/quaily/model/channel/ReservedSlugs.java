package com.quaily.model.channel;

import java.util.Set;

/**
 * Segments of addresses that mean something else. The first ones no channel can have. The router
 * never looks for a channel under them and services refuse them for channels.
 */
public final class ReservedSlugs {

  private static final Set<String> RESERVED =
      Set.of(
          // The program itself and its services
          "api",
          "app",
          "auth",
          "auxilia",
          "c",
          "composer",
          "dashboard",
          "dev",
          "front",
          "graphql",
          "healthz",
          "livez",
          "metrics",
          "oauth",
          "readyz",
          "static",
          "status",
          "tools",
          "widget",
          "ws",
          // What readers and writers find beside the channels
          "about",
          "account",
          "admin",
          "blog",
          "bower",
          "confirm",
          "contact",
          "discover",
          "docs",
          "explore",
          "feed",
          "feeds",
          "help",
          "home",
          "index",
          "jobs",
          "legal",
          "login",
          "logout",
          "me",
          "new",
          "notifications",
          "orders",
          "packs",
          "page",
          "portal",
          "posts",
          "press",
          "preview",
          "pricing",
          "privacy",
          "profile",
          "reading",
          "register",
          "rss",
          "search",
          "security",
          "settings",
          "signin",
          "signup",
          "subscribe",
          "subscriptions",
          "support",
          "tag",
          "tags",
          "terms",
          "unsubscribe",
          "user",
          "users",
          "welcome",
          // Languages of the portal
          "en",
          "ja",
          "zh",
          // Where files lie
          "assets",
          "backups",
          "exports",
          "favicon",
          "media",
          "pages",
          "paid",
          "robots",
          "routing",
          "sitemap",
          "sitemap_index",
          "sites",
          "well-known");

  /** Stand where a post's slug does in the addresses of the API. */
  private static final Set<String> RESERVED_FOR_POSTS = Set.of("check");

  private ReservedSlugs() {}

  /** Whether no post may have this slug; expects it in lower case. */
  public static boolean containsForPosts(String slug) {
    return RESERVED_FOR_POSTS.contains(slug);
  }

  /** Whether no channel may have this slug; expects it in lower case. */
  public static boolean contains(String slug) {
    return RESERVED.contains(slug);
  }
}
