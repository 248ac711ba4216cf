package com.quaily.delivery.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.jdkim.api.Headers;

/**
 * The header of an email that we wrote ourselves. The library's own reader parses the whole email,
 * which takes longer than signing it.
 *
 * @param getFields whole fields with their names, as they are folded
 * @param bytes where the body begins
 */
record MailFields(List<String> getFields, int bytes) implements Headers {

  private static final String END = "\r\n\r\n";
  private static final Pattern NEXT = Pattern.compile("\r\n(?![ \t])");

  static MailFields of(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END);
    if (end < 0) {
      throw new IllegalArgumentException("the email has no body");
    }
    return new MailFields(List.of(NEXT.split(text.substring(0, end))), end + END.length());
  }

  @Override
  public List<String> getFields(String name) {
    String start = name + ":";
    return getFields.stream()
        .filter(field -> field.regionMatches(true, 0, start, 0, start.length()))
        .toList();
  }
}
