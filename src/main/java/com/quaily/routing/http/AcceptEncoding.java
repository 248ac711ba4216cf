package com.quaily.routing.http;

/** Parses {@code Accept-Encoding} without allocations, because every request needs it. */
public final class AcceptEncoding {

  private static final int UNSTATED = -1;
  private static final int FULL = 1000;

  private AcceptEncoding() {}

  /**
   * The encoding to send: the one with the highest quality; for equal quality Brotli, then gzip,
   * then identity.
   *
   * @param header the header's value, or null when it was not sent
   * @param brotli whether Brotli is available on this machine
   */
  public static ContentEncoding preferred(String header, boolean brotli) {
    if (header == null || header.isEmpty()) {
      return ContentEncoding.IDENTITY;
    }
    if (header.equals("gzip")) {
      return ContentEncoding.GZIP;
    }
    int any = quality(header, "*");
    int br = brotli ? stated(quality(header, "br"), any, 0) : 0;
    int gzip = stated(Math.max(quality(header, "gzip"), quality(header, "x-gzip")), any, 0);
    // Identity is acceptable if it is not mentioned, but ranks below anything mentioned.
    int identity = stated(quality(header, "identity"), any == 0 ? 0 : UNSTATED, UNSTATED);
    if (br > 0 && br >= gzip && br >= identity) {
      return ContentEncoding.BROTLI;
    }
    return gzip > 0 && gzip >= identity ? ContentEncoding.GZIP : ContentEncoding.IDENTITY;
  }

  private static int stated(int quality, int any, int otherwise) {
    if (quality != UNSTATED) {
      return quality;
    }
    return any != UNSTATED ? any : otherwise;
  }

  /** The quality of a coding in thousandths, {@link #UNSTATED} if it is not in the list. */
  private static int quality(String header, String coding) {
    int start = 0;
    while (start < header.length()) {
      int comma = header.indexOf(',', start);
      int end = comma < 0 ? header.length() : comma;
      int name = skipSpace(header, start, end);
      int after = name + coding.length();
      if (after <= end && header.regionMatches(true, name, coding, 0, coding.length())) {
        int next = skipSpace(header, after, end);
        if (next == end) {
          return FULL;
        }
        if (header.charAt(next) == ';') {
          return weight(header, next + 1, end);
        }
      }
      start = end + 1;
    }
    return UNSTATED;
  }

  private static int weight(String header, int start, int end) {
    int at = skipSpace(header, start, end);
    if (at + 2 >= end || (header.charAt(at) | 0x20) != 'q' || header.charAt(at + 1) != '=') {
      return FULL;
    }
    int value = header.charAt(at + 2) == '1' ? FULL : 0;
    int place = 100;
    for (int i = at + 4; i < end && place > 0 && value < FULL; i++, place /= 10) {
      int digit = header.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value += digit * place;
    }
    return value;
  }

  private static int skipSpace(String header, int start, int end) {
    int at = start;
    while (at < end && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
