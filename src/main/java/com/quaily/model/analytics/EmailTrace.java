package com.quaily.model.analytics;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a tracking image's address in an email: the post and the subscription.
 *
 * @param subscription the trace id of the subscription that the email was sent for
 */
public record EmailTrace(long postId, UUID subscription) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([0-9a-f-]{36})");

  /** Empty if the text is not a valid trace. */
  public static Optional<EmailTrace> parse(String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new EmailTrace(Long.parseLong(matcher.group(1)), UUID.fromString(matcher.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The form used in the image's address. */
  public String text() {
    return postId + "-" + subscription;
  }
}
