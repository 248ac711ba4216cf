package com.quaily.routing.route;

import com.quaily.model.channel.ReservedSlugs;
import java.util.List;

/**
 * A path pattern of the route table. Segments are literal, except {@code {channel}}, which matches
 * a possible channel slug, {@code *.ext}, which matches a file with that extension, and a final
 * {@code *}, which matches any path below.
 */
public final class RoutePattern {

  private static final String CHANNEL = "{channel}";

  private final List<String> segments;
  private final boolean open;

  private RoutePattern(List<String> segments, boolean open) {
    this.segments = segments;
    this.open = open;
  }

  /**
   * Parses a pattern.
   *
   * @throws IllegalArgumentException when it does not start with a slash
   */
  static RoutePattern parse(String pattern) {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException("A route must begin with a slash: " + pattern);
    }
    boolean open = pattern.endsWith("/*");
    String path = open ? pattern.substring(0, pattern.length() - 2) : pattern;
    String inner = path.length() > 1 ? path.substring(1) : "";
    return new RoutePattern(inner.isEmpty() ? List.of() : List.of(inner.split("/", -1)), open);
  }

  boolean isBelowChannel() {
    return !segments.isEmpty() && segments.get(0).equals(CHANNEL);
  }

  /** The same pattern for a custom domain. */
  RoutePattern withoutChannel() {
    return new RoutePattern(segments.subList(1, segments.size()), open);
  }

  boolean matches(List<String> path) {
    if (path.size() < segments.size() || (path.size() > segments.size() && !open)) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (!matches(segments.get(i), path.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String pattern, String segment) {
    if (pattern.equals(CHANNEL)) {
      return isChannelSlug(segment);
    }
    if (pattern.startsWith("*.")) {
      return segment.length() >= pattern.length() && segment.endsWith(pattern.substring(1));
    }
    return pattern.equals(segment);
  }

  /**
   * Whether the text is a valid channel slug: lower-case letters, digits, {@code _} and {@code -}.
   */
  public static boolean isChannelSlug(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      if (!allowed) {
        return false;
      }
    }
    return !segment.isEmpty() && segment.length() <= 100 && !ReservedSlugs.contains(segment);
  }
}
