package com.quaily.delivery.content;

import com.quaily.model.delivery.MailPreview;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The email that shows a post, without what concerns one reader only.
 *
 * @param html with {@link #STOP_URL} and {@link #TRACE} in the places of one reader's values
 * @param text likewise
 * @param postVersion when the post that it shows was saved
 */
public record PostMail(
    String subject, String preheader, String html, String text, Instant postVersion) {

  /** Gmail shows about this many bytes of HTML and hides the rest behind a link. */
  public static final int CLIPPED_AT = 102 * 1024;

  /** Writers are warned from here on. */
  public static final int LARGE = 80 * 1024;

  /** Stands for the address that stops the reader's emails. */
  static final String STOP_URL = "quaily-stop-url-" + Tokens.RANDOM;

  /** Stands for the page where the reader chooses which emails to get. */
  static final String PREFERENCES_URL = "quaily-preferences-url-" + Tokens.RANDOM;

  /** Stands for the reader's part of the invisible image's address. */
  static final String TRACE = "quaily-trace-" + Tokens.RANDOM;

  /** What a writer sees of it. */
  public MailPreview preview() {
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    return new MailPreview(
        subject, preheader, html, text, bytes, bytes >= LARGE, bytes >= CLIPPED_AT);
  }

  /** The email for one reader. */
  public PostMail forReader(ReaderLinks links) {
    return new PostMail(
        subject,
        preheader,
        html.replace(STOP_URL, links.stopUrl().replace("&", "&amp;"))
            .replace(PREFERENCES_URL, links.preferencesUrl().replace("&", "&amp;"))
            .replace(TRACE, links.trace()),
        text.replace(STOP_URL, links.stopUrl()).replace(PREFERENCES_URL, links.preferencesUrl()),
        postVersion);
  }
}
