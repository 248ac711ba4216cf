package com.quaily.importer.rewrite;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed destination of a link.
 *
 * @param written with the site generators' functions resolved
 * @param path decoded, without query and fragment; may be empty
 * @param query with its question mark, as written; empty when none
 * @param fragment decoded, without the hash; empty when none
 * @param document true when it refers to a document through a template function, instead of a path
 */
record LinkAddress(String written, String path, String query, String fragment, boolean document) {
  private static final Pattern PARTS =
      Pattern.compile("([^?#]*)(\\?[^#]*)?(?:#(.*))?", Pattern.DOTALL);
  private static final Pattern REMOTE =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]+:(?=\\S)|//).*", Pattern.DOTALL);
  private static final Pattern LOCAL_SCHEME =
      Pattern.compile(
          "(?:file|obsidian|app|capacitor):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SITE_VARIABLE =
      Pattern.compile("\\{\\{-?\\s*(?:site\\.(?:baseurl|url)|\\.?Site\\.BaseURL)\\s*-?\\}\\}");
  private static final Pattern LIQUID_STRING =
      Pattern.compile("\\{\\{-?\\s*[\"']([^\"']*)[\"']\\s*\\|[^}]*\\}\\}");
  private static final Pattern DOCUMENT_FUNCTION =
      Pattern.compile(
          "\\{(?:%-?\\s*(?:post_url|link)\\s+\"?([^\\s\"]+)\"?\\s*-?%"
              + "|\\{[<%]\\s*(?:rel)?ref\\s+(?:path=)?[\"`]([^\"`]+)[\"`][^}]*[>%]\\})\\}");

  /** Parses a destination and resolves the site generators' functions. */
  static LinkAddress of(String written) {
    String plain = SITE_VARIABLE.matcher(written.strip()).replaceAll("");
    plain = LIQUID_STRING.matcher(plain).replaceAll("$1");
    Matcher function = DOCUMENT_FUNCTION.matcher(plain);
    boolean document = function.lookingAt();
    if (document) {
      String name = function.group(1) == null ? function.group(2) : function.group(1);
      plain = name + plain.substring(function.end());
    }
    Matcher parts = PARTS.matcher(plain);
    if (!parts.matches()) {
      throw new IllegalStateException("Every text has a path, a query and a fragment");
    }
    return new LinkAddress(
        plain,
        decode(parts.group(1)),
        text(parts.group(2)),
        decode(text(parts.group(3))),
        document);
  }

  /** True if the destination is a web or mail URL that must not change. */
  static boolean isRemote(String written) {
    String destination = written.strip();
    return REMOTE.matcher(destination).matches() && !LOCAL_SCHEME.matcher(destination).matches();
  }

  /** True if an unsupported template function remains. */
  boolean hasTemplate() {
    return path.contains("{{") || path.contains("{%");
  }

  private static String text(String group) {
    return group == null ? "" : group;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign: the author did not encode the path, so keep it.
      return encoded;
    }
  }
}
