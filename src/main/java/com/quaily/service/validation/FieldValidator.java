package com.quaily.service.validation;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Validates single values; each error names the field and what is allowed. */
public final class FieldValidator {

  private FieldValidator() {}

  /**
   * The text, or an empty text for null.
   *
   * @throws InvalidException when it is too long or contains invalid characters
   */
  public static String text(String field, String value, int maxLength) {
    if (value == null) {
      return "";
    }
    if (value.length() > maxLength) {
      throw new InvalidException(
          ErrorCode.FIELD_TOO_LONG,
          field,
          "has " + value.length() + " characters, " + maxLength + " are allowed");
    }
    for (int i = 0; i < value.length(); i++) {
      requireText(field, value, i);
    }
    return value;
  }

  private static void requireText(String field, String value, int index) {
    char c = value.charAt(index);
    boolean lone =
        Character.isHighSurrogate(c)
            ? index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1))
            : Character.isLowSurrogate(c)
                && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
    if (c == 0 || lone) {
      throw new InvalidException(
          ErrorCode.INVALID_ENCODING, field, "contains an invalid character at position " + index);
    }
  }

  /** Like {@link #text}, on one line and trimmed. */
  public static String line(String field, String value, int maxLength) {
    String text = text(field, value, maxLength).strip();
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, field, "must be a single line");
    }
    return text;
  }

  /** Like {@link #line}, and not empty. */
  public static String requiredLine(String field, String value, int maxLength) {
    String line = line(field, value, maxLength);
    if (line.isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, field, "must not be empty");
    }
    return line;
  }

  /** An absolute http or https URL, a path of this site, or nothing. */
  public static String url(String field, String value, int maxLength) {
    String url = line(field, value, maxLength);
    if (url.isEmpty() || (url.startsWith("/") && !url.startsWith("//"))) {
      return url;
    }
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw notAUrl(field);
    }
    throw notAUrl(field);
  }

  private static InvalidException notAUrl(String field) {
    return new InvalidException(
        ErrorCode.INVALID_FIELD, field, "must be an http or https URL, or a path");
  }
}
