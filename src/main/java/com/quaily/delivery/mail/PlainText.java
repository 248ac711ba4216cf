package com.quaily.delivery.mail;

import java.util.regex.Pattern;

/**
 * Names that people chose, in emails to others. Without this, a title such as “Your account is
 * blocked, see evil.example” would be a message of its own in our name.
 */
final class PlainText {

  private static final int LONGEST = 60;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");
  private static final Pattern SCHEME = Pattern.compile("(?i)\\b(?:https?|ftp|mailto|tel):/*");

  /** A dot of any script with a letter or digit after it, as in a host name. */
  private static final Pattern HOST_DOT =
      Pattern.compile("(?<=[\\p{L}\\p{N}])[.\u3002\uff0e\uff61]+(?=[\\p{L}\\p{N}])");

  private static final Pattern AT = Pattern.compile("\\s{0,99}[@\uff20]\\s{0,99}");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d[\\d ()-]{6,}\\d");

  private PlainText() {}

  /** The name on one line, not too long, without addresses that a mail program makes a link of. */
  static String name(String name) {
    String line = UNSEEN.matcher(name).replaceAll(" ").strip();
    line = SCHEME.matcher(line).replaceAll("");
    line = HOST_DOT.matcher(line).replaceAll(" ");
    line = AT.matcher(line).replaceAll(" ");
    line = LONG_NUMBER.matcher(line).replaceAll("…");
    int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end).stripTrailing() + "…" : line;
  }
}
