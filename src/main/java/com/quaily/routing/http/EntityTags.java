package com.quaily.routing.http;

/** Entity tags (RFC 9110, section 8.8.3), compared without allocations. */
public final class EntityTags {

  private static final ContentEncoding[] FORMS = ContentEncoding.values();

  private EntityTags() {}

  /** The strong tag of an object in one encoding. */
  public static String of(String etag, ContentEncoding encoding) {
    return "\"" + etag + encoding.tagSuffix() + "\"";
  }

  /**
   * Whether an {@code If-None-Match} matches any encoding of the object; weak comparison.
   *
   * @param header the list of tags, or {@code *}
   * @param etag the object's own, without quotes
   */
  public static boolean matches(String header, String etag) {
    return matches(header, etag, false);
  }

  /** Whether an {@code If-Match} does; strong comparison, so that weak tags never match. */
  public static boolean matchesStrongly(String header, String etag) {
    return matches(header, etag, true);
  }

  private static boolean matches(String header, String etag, boolean strong) {
    int at = 0;
    while (at < header.length()) {
      char c = header.charAt(at);
      if (c == '*') {
        return true;
      }
      if (c == '"') {
        int end = header.indexOf('"', at + 1);
        if (end < 0) {
          return false;
        }
        boolean comparable = !strong || at < 2 || !header.startsWith("W/", at - 2);
        if (comparable && isForm(header, at + 1, end, etag)) {
          return true;
        }
        at = end;
      }
      at++;
    }
    return false;
  }

  private static boolean isForm(String header, int start, int end, String etag) {
    if (!header.startsWith(etag, start)) {
      return false;
    }
    int suffix = start + etag.length();
    for (ContentEncoding form : FORMS) {
      if (end - suffix == form.tagSuffix().length()
          && header.startsWith(form.tagSuffix(), suffix)) {
        return true;
      }
    }
    return false;
  }
}
