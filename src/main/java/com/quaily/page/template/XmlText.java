package com.quaily.page.template;

/** Text for XML 1.0. */
public final class XmlText {

  private XmlText() {}

  /** The text without characters that XML forbids, such as control characters. */
  public static String clean(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean pair = i + 1 < length && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (!isAllowed(c)) {
        return withoutForbidden(text);
      }
    }
    return text;
  }

  private static String withoutForbidden(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isAllowed).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
