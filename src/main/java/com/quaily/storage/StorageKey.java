package com.quaily.storage;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Optional;

/**
 * The rules for object keys. A key is 1 to {@value #MAX_BYTES} bytes of UTF-8: segments of 1 to
 * {@value #MAX_SEGMENT_BYTES} bytes, separated by single slashes. Letters of all scripts are
 * allowed in Unicode's composed form (NFC), so that two names that look the same are the same
 * object. Segments {@code .} and {@code ..}, control characters, backslashes and unpaired
 * surrogates are not allowed. A key can therefore be used as a relative path, an S3 key or part of
 * a URL without further checks.
 */
public final class StorageKey {

  /** Leaves room for a key prefix within the 1,024 bytes of S3. */
  public static final int MAX_BYTES = 900;

  /** File systems limit names to 255 bytes. */
  public static final int MAX_SEGMENT_BYTES = 240;

  /**
   * The order in which every store lists: by code points, which is the same as by UTF-8 bytes, as
   * in S3. {@link String#compareTo} differs beyond the basic plane.
   */
  public static final Comparator<String> ORDER = StorageKey::compare;

  private StorageKey() {}

  /**
   * Checks a key.
   *
   * @return the key itself
   * @throws IllegalArgumentException when it is not allowed, with the reason
   */
  public static String check(String key) {
    fault(key).ifPresent(reason -> refuse("key", key, reason));
    return key;
  }

  /**
   * Checks a key prefix: like a key, but it can be empty or end with a slash.
   *
   * @return the prefix itself
   * @throws IllegalArgumentException when it is not allowed, with the reason
   */
  public static String checkPrefix(String prefix) {
    boolean endsWithSlash = prefix.length() > 1 && prefix.endsWith("/");
    String path = endsWithSlash ? prefix.substring(0, prefix.length() - 1) : prefix;
    if (!path.isEmpty()) {
      fault(path).ifPresent(reason -> refuse("prefix", prefix, reason));
    }
    return prefix;
  }

  /** Whether {@link #check} accepts the key. */
  public static boolean isValid(String key) {
    return fault(key).isEmpty();
  }

  private static Optional<String> fault(String key) {
    int total = 0;
    int start = 0;
    while (start <= key.length()) {
      int slash = key.indexOf('/', start);
      int end = slash < 0 ? key.length() : slash;
      int bytes = 0;
      for (int i = start; i < end; i++) {
        int size = utf8Bytes(key, i);
        if (size < 0) {
          return Optional.of(forbiddenCharacter(key.charAt(i)));
        }
        bytes += size;
      }
      if (bytes == 0 || bytes > MAX_SEGMENT_BYTES) {
        return Optional.of("every segment must have 1 to " + MAX_SEGMENT_BYTES + " bytes");
      }
      if (isDots(key, start, end)) {
        return Optional.of("the segments . and .. are not allowed");
      }
      total += bytes + (start == 0 ? 0 : 1);
      start = end + 1;
    }
    return faultOfWhole(key, total);
  }

  private static Optional<String> faultOfWhole(String key, int bytes) {
    if (bytes > MAX_BYTES) {
      return Optional.of("longer than " + MAX_BYTES + " bytes");
    }
    // If there are as many bytes as characters it is plain ASCII, which needs no normalization.
    if (bytes > key.length() && !Normalizer.isNormalized(key, Normalizer.Form.NFC)) {
      return Optional.of("must be in Unicode's composed form (NFC)");
    }
    return Optional.empty();
  }

  /** The number of UTF-8 bytes of this char, two for each half of a pair; -1 if not allowed. */
  private static int utf8Bytes(String key, int index) {
    char c = key.charAt(index);
    if (c < 0x80) {
      return c < 0x20 || c == 0x7f || c == '\\' ? -1 : 1;
    }
    if (c < 0x800) {
      return c < 0xa0 ? -1 : 2;
    }
    if (!Character.isSurrogate(c)) {
      return 3;
    }
    boolean high = Character.isHighSurrogate(c);
    int other = high ? index + 1 : index - 1;
    boolean paired =
        other >= 0
            && other < key.length()
            && (high
                ? Character.isLowSurrogate(key.charAt(other))
                : Character.isHighSurrogate(key.charAt(other)));
    return paired ? 2 : -1;
  }

  private static String forbiddenCharacter(char c) {
    if (c == '\\') {
      return "a backslash is not allowed";
    }
    return Character.isSurrogate(c)
        ? "half of a surrogate pair is not allowed"
        : "control characters are not allowed";
  }

  private static boolean isDots(String key, int start, int end) {
    return end - start <= 2 && key.charAt(start) == '.' && key.charAt(end - 1) == '.';
  }

  private static void refuse(String what, String value, String reason) {
    throw new IllegalArgumentException("Storage " + what + " " + printable(value) + ": " + reason);
  }

  /** The value for a message or log line: shortened, without characters that could forge a line. */
  private static String printable(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : value.substring(0, Math.min(value.length(), 80)).toCharArray()) {
      boolean harmless = !Character.isISOControl(c) && !Character.isSurrogate(c);
      text.append(harmless ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return text.append('"').toString();
  }

  private static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean onlyOneBeyond = Character.isSurrogate(a) != Character.isSurrogate(b);
        return onlyOneBeyond ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
