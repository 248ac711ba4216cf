package com.quaily.routing.route;

import com.quaily.model.channel.ReservedSlugs;
import java.util.List;

/**
 * A path of the route table. Segments are literal, except {@code {channel}}, which stands for a
 * possible channel slug, {@code *.ext}, which stands for a file with that ending, and a last {@code
 * *}, which stands for anything or nothing beneath.
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
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it does not begin with a slash
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

  /** The same pattern as it is on a domain of the channel itself. */
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

  /** Whether a channel can have this slug: lower-case letters, digits, {@code _} and {@code -}. */
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
