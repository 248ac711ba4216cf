package com.quaily.routing.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A request's path, percent-decoded exactly once.
 *
 * @param segments the decoded segments, none of them empty; none at all for the root
 * @param endsWithSlash whether a slash follows the last segment
 * @param hasEmptySegments whether it contained two consecutive slashes
 */
public record RequestPath(List<String> segments, boolean endsWithSlash, boolean hasEmptySegments) {

  /** Longer paths are rejected; twice the longest storage key. */
  static final int MAX_LENGTH = 2048;

  private static final String PLAIN = "-._~!$&'()*+,;=:@";

  /**
   * Parses a raw path.
   *
   * @param raw as sent by the client, without the query; may be null
   * @return empty when it does not start with a slash, is too long, or contains a bad escape,
   *     invalid UTF-8, an encoded slash, a backslash, a control character or a dot segment
   */
  static Optional<RequestPath> parse(String raw) {
    if (raw == null || raw.isEmpty() || raw.charAt(0) != '/' || raw.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>(6);
    boolean hasEmptySegments = false;
    int start = 1;
    while (start < raw.length()) {
      int slash = raw.indexOf('/', start);
      int end = slash < 0 ? raw.length() : slash;
      if (end == start) {
        hasEmptySegments = true;
      } else {
        Optional<String> segment = decode(raw.substring(start, end));
        if (segment.isEmpty()) {
          return Optional.empty();
        }
        segments.add(segment.get());
      }
      start = end + 1;
    }
    boolean endsWithSlash = !segments.isEmpty() && raw.charAt(raw.length() - 1) == '/';
    return Optional.of(new RequestPath(segments, endsWithSlash, hasEmptySegments));
  }

  /** The normalized path. */
  String encoded() {
    return encode(segments, endsWithSlash);
  }

  /** The segments as a normalized raw path. */
  public static String encode(List<String> segments, boolean endsWithSlash) {
    StringBuilder path = new StringBuilder(64);
    for (String segment : segments) {
      path.append('/');
      appendEncoded(path, segment);
    }
    return path.append(endsWithSlash || segments.isEmpty() ? "/" : "").toString();
  }

  private static void appendEncoded(StringBuilder path, String segment) {
    for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean letterOrDigit = c < 0x80 && Character.isLetterOrDigit(c);
      if (letterOrDigit || PLAIN.indexOf(c) >= 0) {
        path.append(c);
      } else {
        path.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
  }

  private static Optional<String> decode(String raw) {
    Optional<String> decoded = raw.indexOf('%') < 0 ? Optional.of(raw) : unescape(raw);
    return decoded.filter(RequestPath::isAllowed);
  }

  private static Optional<String> unescape(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '%') {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      if (i + 2 >= raw.length()
          || !HexFormat.isHexDigit(raw.charAt(i + 1))
          || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
        return Optional.empty();
      }
      bytes.put((byte) HexFormat.fromHexDigits(raw, i + 1, i + 3));
      i += 2;
    }
    return decodeUtf8(bytes.flip());
  }

  /** Also rejects overlong forms and surrogates, like Java's decoder in reporting mode. */
  private static Optional<String> decodeUtf8(ByteBuffer bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static boolean isAllowed(String segment) {
    if (segment.equals(".") || segment.equals("..")) {
      return false;
    }
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      // U+FFFD is what a server makes of invalid UTF-8.
      if (c == '/' || c == '\\' || c == '\uFFFD' || Character.isISOControl(c)) {
        return false;
      }
    }
    return true;
  }
}
