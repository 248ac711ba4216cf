package com.quaily.model.account;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rules for email addresses. */
public final class EmailAddress {

  private static final int MAX_LENGTH = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
              + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

  private EmailAddress() {}

  /**
   * The normalized form used for storage and comparison: trimmed and in lower case.
   *
   * @throws InvalidException when it is not a valid address
   */
  public static String normalize(String address) {
    if (address == null || address.isBlank()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "email", "an address is needed");
    }
    String normalized = address.strip().toLowerCase(Locale.ROOT);
    if (normalized.length() > MAX_LENGTH || !SHAPE.matcher(normalized).matches()) {
      throw new InvalidException(
          ErrorCode.EMAIL_INVALID, "email", "must be an email address such as name@example.com");
    }
    return normalized;
  }
}
