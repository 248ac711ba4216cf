package com.quaily.page.template;

import java.util.Objects;

/**
 * Finished markup: templates insert it unchanged and escape everything else.
 *
 * @param value HTML from a source that is safe by construction; never null
 */
public record Html(String value) {

  public static final Html NONE = new Html("");

  public Html {
    Objects.requireNonNull(value, "value");
  }

  /** Whether there is nothing to insert; templates test this. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** The markup for a text, escaped for element content and quoted attribute values. */
  public static Html ofText(String text) {
    return new Html(escape(text));
  }

  /** The markup for a text as a paragraph. */
  public static Html paragraph(String text) {
    return new Html("<p>" + escape(text) + "</p>");
  }

  /** Escapes a text for element content and for quoted attribute values. */
  public static String escape(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (entity(text.charAt(i)) != null) {
        return escapeFrom(text, i);
      }
    }
    return text;
  }

  private static String escapeFrom(String text, int start) {
    StringBuilder escaped = new StringBuilder(text.length() + 32).append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      String entity = entity(c);
      if (entity == null) {
        escaped.append(c);
      } else {
        escaped.append(entity);
      }
    }
    return escaped.toString();
  }

  private static String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '`' -> "&#96;";
      case '\0' -> "\uFFFD";
      default -> null;
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
