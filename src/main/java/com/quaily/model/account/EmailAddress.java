package com.quaily.model.account;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rules for email addresses. */
public final class EmailAddress {

  private static final int MAX_LENGTH = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
              + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+"
              // A top-level domain is no number; an IP address ends with one.
              + "(?<![.@][0-9]{1,63})");

  private EmailAddress() {}

  /**
   * The normalized form used for storage and comparison: trimmed, in lower case, and with the host
   * name in ASCII ({@code xn--…}).
   *
   * @throws InvalidException when it is not a valid address
   */
  public static String normalize(String address) {
    if (address == null || address.isBlank()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "email", "an address is needed");
    }
    String stripped = address.strip();
    String normalized =
        stripped.length() > MAX_LENGTH ? stripped : hostInAscii(stripped.toLowerCase(Locale.ROOT));
    if (normalized.length() > MAX_LENGTH || !SHAPE.matcher(normalized).matches()) {
      throw new InvalidException(
          ErrorCode.EMAIL_INVALID, "email", "must be an email address such as name@example.com");
    }
    return normalized;
  }

  private static String hostInAscii(String address) {
    int at = address.lastIndexOf('@');
    try {
      return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException e) {
      // No name of a host; the check of the whole says so.
      return address;
    }
  }
}
