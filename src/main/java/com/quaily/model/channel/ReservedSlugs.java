package com.quaily.model.channel;

import java.util.Set;

/**
 * Path segments with a special meaning. The router never looks for a channel under the reserved
 * segments, and services refuse them as slugs.
 */
public final class ReservedSlugs {

  private static final Set<String> RESERVED =
      Set.of(
          // The program and its services
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
          // Pages for readers and writers
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
          "report",
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
          // Static files
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

  /** Used in place of a post's slug in API paths. */
  private static final Set<String> RESERVED_FOR_POSTS = Set.of("check", "import", "preview");

  private ReservedSlugs() {}

  /** Whether no post can have this slug; expects lower case. */
  public static boolean containsForPosts(String slug) {
    return RESERVED_FOR_POSTS.contains(slug);
  }

  /** Whether no channel can have this slug; expects lower case. */
  public static boolean contains(String slug) {
    return RESERVED.contains(slug);
  }
}
