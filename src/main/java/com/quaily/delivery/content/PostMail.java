package com.quaily.delivery.content;

import com.quaily.model.delivery.MailPreview;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The email that shows a post, without what concerns one reader only.
 *
 * @param html with tokens in the places of one reader's values
 * @param text likewise
 * @param postVersion when the post that it shows was saved
 */
public record PostMail(
    String subject, String preheader, String html, String text, Instant postVersion) {

  /** Gmail shows about this many bytes of HTML and hides the rest behind a link. */
  public static final int CLIPPED_AT = 102 * 1024;

  /** Writers are warned from here on. */
  public static final int LARGE = 80 * 1024;

  /** What a writer sees of it. */
  public MailPreview preview() {
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    return new MailPreview(
        subject, preheader, html, text, bytes, bytes >= LARGE, bytes >= CLIPPED_AT);
  }

  /** The email for one reader. */
  public PostMail forReader(ReaderLinks links) {
    return new PostMail(subject, preheader, fill(html, links), fill(text, links), postVersion);
  }

  private static String fill(String template, ReaderLinks links) {
    String filled = template;
    for (ReaderPlace place : ReaderPlace.values()) {
      filled = filled.replace(place.token(), place.value(links));
    }
    return filled;
  }
}
