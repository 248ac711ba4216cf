package com.quaily.service.delivery.social;

import java.time.Instant;
import java.util.List;

/**
 * What a message about a post is made of. Each service's client makes its own text and card from
 * it.
 *
 * @param title never empty
 * @param summary plain text; may be empty
 * @param url of the post, with {@code utm_source}
 * @param imageUrl absolute; empty when none
 * @param tags the post's tags
 * @param lang BCP 47 tag
 * @param channel the channel's title
 * @param linkText what the link says, in the post's language
 * @param isTest whether it is a test, of which nobody should be notified
 */
record SocialCard(
    String title,
    String summary,
    String url,
    String imageUrl,
    List<String> tags,
    String lang,
    String channel,
    String linkText,
    Instant publishedAt,
    boolean isTest) {

  /** The language alone, such as {@code en}. */
  String language() {
    int dash = lang.indexOf('-');
    return dash < 0 ? lang : lang.substring(0, dash);
  }

  /** Whether the picture has an https address, which some services require. */
  boolean hasSecureImage() {
    return imageUrl.startsWith("https://");
  }
}
