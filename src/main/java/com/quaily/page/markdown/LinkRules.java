package com.quaily.page.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides about addresses: which are safe, which lead out of the site, how to make them absolute.
 */
final class LinkRules {
  /** What a link that leaves the site tells the browser. */
  static final String OUTSIDE_REL = "noopener noreferrer";

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
  private static final Pattern ORIGIN =
      Pattern.compile("((?:https?:)?//[^/?#\\\\]+).*", Pattern.DOTALL);
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

  /** The address to link to, absolute where the target needs it; empty when it is not safe. */
  Optional<String> link(String url) {
    return cleaned(url, LINK_SCHEMES).map(this::located);
  }

  /** The address to load an image, sound or film from; empty when it is not safe. */
  Optional<String> media(String url) {
    return cleaned(url, MEDIA_SCHEMES).map(this::located);
  }

  /** Whether a link leaves this site. */
  boolean leadsOutside(String url) {
    Matcher matcher = ORIGIN.matcher(url);
    if (!matcher.matches()) {
      return false;
    }
    String origin = matcher.group(1).toLowerCase(Locale.ROOT);
    String withScheme = origin.startsWith("//") ? schemeOf(siteOrigin) + origin : origin;
    return !withScheme.equals(siteOrigin) && !withScheme.equals(pageOrigin);
  }

  /** The path of an address of this site, beginning with a slash; empty for any other address. */
  Optional<String> sitePath(String url) {
    String path = url;
    if (url.regionMatches(true, 0, siteOrigin, 0, siteOrigin.length()) && !siteOrigin.isEmpty()) {
      path = url.substring(siteOrigin.length());
    }
    boolean rooted = path.startsWith("/") && !path.startsWith("//");
    return rooted ? Optional.of(path) : Optional.empty();
  }

  private Optional<String> cleaned(String url, Set<String> schemes) {
    // Browsers drop control characters and outer spaces before they look for the scheme.
    StringBuilder visible = new StringBuilder(url.length());
    url.strip()
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .forEach(visible::appendCodePoint);
    String clean = visible.toString();
    Matcher matcher = SCHEME.matcher(clean);
    if (matcher.matches() && !schemes.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.of(clean);
  }

  private String located(String url) {
    if (context.isPage() || SCHEME.matcher(url).matches()) {
      return url;
    }
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

  private static String originOf(String url) {
    Matcher matcher = ORIGIN.matcher(url);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String schemeOf(String origin) {
    return origin.startsWith("http:") ? "http:" : "https:";
  }
}
