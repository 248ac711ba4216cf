package com.quaily.routing.http;

import java.util.Optional;

/**
 * A byte range of a body (RFC 9110, section 14).
 *
 * @param start the first byte
 * @param end the byte after the last; not after {@code start} when the range is outside the body
 */
public record ByteRange(long start, long end) {

  private static final String UNIT = "bytes=";

  /**
   * Parses a {@code Range} header.
   *
   * @return empty when it must be ignored: malformed, another unit, or several ranges, which get
   *     the whole body
   */
  public static Optional<ByteRange> parse(String header, long length) {
    int dash = header.indexOf('-');
    if (!header.regionMatches(true, 0, UNIT, 0, UNIT.length()) || dash < 0) {
      return Optional.empty();
    }
    String first = header.substring(UNIT.length(), Math.max(dash, UNIT.length())).trim();
    String last = header.substring(dash + 1).trim();
    if (!isNumber(first) || !isNumber(last) || (first.isEmpty() && last.isEmpty())) {
      return Optional.empty();
    }
    if (first.isEmpty()) {
      long suffix = Math.min(length, Long.parseLong(last));
      return Optional.of(new ByteRange(suffix == 0 ? length : length - suffix, length));
    }
    long start = Long.parseLong(first);
    long end = last.isEmpty() ? length : Long.parseLong(last) + 1;
    return end <= start && !last.isEmpty()
        ? Optional.empty()
        : Optional.of(new ByteRange(start, Math.min(length, end)));
  }

  public boolean isSatisfiable() {
    return start < end;
  }

  private static boolean isNumber(String text) {
    return text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
