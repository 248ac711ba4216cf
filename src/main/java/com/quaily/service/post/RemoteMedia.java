package com.quaily.service.post;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes what a browser would load from other sites from HTML that our renderer wrote. */
final class RemoteMedia {

  private static final Pattern MEDIA =
      Pattern.compile("<(img|source|video|audio|track|embed|iframe|object)\\b([^>]{0,1999})>");
  private static final Pattern ADDRESS =
      Pattern.compile("\\s(?:src|srcset|poster|data)=\"([^\"]*)\"");
  private static final Pattern DESCRIPTION = Pattern.compile("\\salt=\"([^\"]*)\"");

  private RemoteMedia() {}

  /** The HTML with the descriptions of remote images instead of these, and no other media. */
  static String removed(String html, String siteBaseUrl) {
    return MEDIA
        .matcher(html)
        .replaceAll(tag -> Matcher.quoteReplacement(replacement(tag, siteBaseUrl)));
  }

  private static String replacement(MatchResult tag, String siteBaseUrl) {
    String attributes = tag.group(2);
    boolean local =
        ADDRESS
            .matcher(attributes)
            .results()
            .allMatch(address -> isLocal(address.group(1), siteBaseUrl));
    if (local) {
      return tag.group();
    }
    // Attribute values are escaped, so they are text of a page as they are.
    return DESCRIPTION
        .matcher(attributes)
        .results()
        .map(description -> description.group(1))
        .findFirst()
        .orElse("");
  }

  private static boolean isLocal(String address, String siteBaseUrl) {
    return address.startsWith(siteBaseUrl + "/")
        || (address.startsWith("/") && !address.startsWith("//") && !address.contains("://"));
  }
}
