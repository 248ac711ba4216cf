package com.quaily.page.markdown.render;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules for URLs: which are safe, which are external, and how to make them absolute. */
public final class LinkRules {
  /** The {@code rel} value of external links. */
  public static final String OUTSIDE_REL = "noopener noreferrer";

  private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Set<String> MEDIA_SCHEMES = Set.of("http", "https");

  private final MarkdownContext context;
  private final String siteOrigin;
  private final String pageOrigin;

  LinkRules(MarkdownContext context) {
    this.context = context;
    this.siteOrigin = originOf(context.siteBaseUrl());
    this.pageOrigin = originOf(context.pageUrl());
  }

  /** The link URL, absolute if the target requires it; empty if it is not safe. */
  public Optional<String> link(String url) {
    return cleaned(url, LINK_SCHEMES).map(this::located);
  }

  /** The URL of an image, audio or video file; empty if it is not safe. */
  public Optional<String> media(String url) {
    return cleaned(url, MEDIA_SCHEMES).map(this::located);
  }

  /** A safe URL as it reads outside the page. */
  public String absolute(String url) {
    return schemeLength(url) > 0 ? url : resolved(url);
  }

  /** Whether a link is external. */
  public boolean leadsOutside(String url) {
    String origin = originOf(url);
    if (origin.isEmpty()) {
      return false;
    }
    String withScheme = origin.startsWith("//") ? schemeOf(siteOrigin) + origin : origin;
    return !withScheme.equals(siteOrigin) && !withScheme.equals(pageOrigin);
  }

  /** The path of an internal URL, starting with a slash; empty for any other URL. */
  public Optional<String> sitePath(String url) {
    String path = url;
    if (url.regionMatches(true, 0, siteOrigin, 0, siteOrigin.length()) && !siteOrigin.isEmpty()) {
      path = url.substring(siteOrigin.length());
    }
    boolean rooted = path.startsWith("/") && !path.startsWith("//");
    return rooted ? Optional.of(path) : Optional.empty();
  }

  private static Optional<String> cleaned(String url, Set<String> schemes) {
    String clean = withoutControls(url.strip());
    int scheme = schemeLength(clean);
    boolean safe =
        scheme == 0 || schemes.contains(clean.substring(0, scheme).toLowerCase(Locale.ROOT));
    return safe ? Optional.of(clean) : Optional.empty();
  }

  /** Browsers remove control characters before they parse the scheme. */
  private static String withoutControls(String url) {
    if (url.chars().noneMatch(Character::isISOControl)) {
      return url;
    }
    StringBuilder visible = new StringBuilder(url.length());
    url.chars().filter(c -> !Character.isISOControl(c)).forEach(c -> visible.append((char) c));
    return visible.toString().strip();
  }

  /** The length of a URL's scheme without the colon; 0 for none. */
  private static int schemeLength(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == ':') {
        return i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return 0;
      }
    }
    return 0;
  }

  private String located(String url) {
    return context.isPage() ? url : absolute(url);
  }

  private String resolved(String url) {
    String page = context.pageUrl();
    if (url.startsWith("//")) {
      return schemeOf(pageOrigin) + url;
    }
    if (url.startsWith("/")) {
      return pageOrigin + url;
    }
    if (url.startsWith("#")) {
      return cut(page, '#') + url;
    }
    String path = cut(cut(page, '#'), '?');
    if (url.isEmpty() || url.startsWith("?")) {
      return path + url;
    }
    int slash = path.lastIndexOf('/');
    return (slash >= pageOrigin.length() ? path.substring(0, slash + 1) : path + "/") + url;
  }

  private static String cut(String url, char mark) {
    int index = url.indexOf(mark);
    return index < 0 ? url : url.substring(0, index);
  }

  /** The scheme and host of a URL in lower case, or its {@code //host}; empty if it has neither. */
  private static String originOf(String url) {
    int scheme = schemeLength(url);
    String name = url.substring(0, scheme).toLowerCase(Locale.ROOT);
    int slashes = scheme == 0 ? 0 : scheme + 1;
    if (!url.startsWith("//", slashes) || !(scheme == 0 || MEDIA_SCHEMES.contains(name))) {
      return "";
    }
    int end = slashes + 2;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static String schemeOf(String origin) {
    return origin.startsWith("http:") ? "http:" : "https:";
  }
}
