package com.quaily.page.markdown.code;

/** Tokenizes HTML and XML. */
final class MarkupTokens {
  private final String source;
  private final HighlightedCode code;
  private int index;

  private MarkupTokens(String source, HighlightedCode code) {
    this.source = source;
    this.code = code;
  }

  static void read(String source, HighlightedCode code) {
    new MarkupTokens(source, code).read();
  }

  private void read() {
    while (index < source.length()) {
      if (source.startsWith("<!--", index)) {
        take("comment", endAfter("-->"));
      } else if (source.startsWith("<!", index) || source.startsWith("<?", index)) {
        take("meta", endAfter(">"));
      } else if (source.charAt(index) == '<'
          && isName(index + (source.startsWith("</", index) ? 2 : 1))) {
        readTag();
      } else if (source.charAt(index) == '&' && endOfEntity() > 0) {
        take("constant", endOfEntity());
      } else {
        index++;
      }
    }
  }

  private void readTag() {
    int name = index + (source.startsWith("</", index) ? 2 : 1);
    take("tag", endOfName(name));
    while (index < source.length() && source.charAt(index) != '>') {
      char c = source.charAt(index);
      if (c == '"' || c == '\'') {
        int end = source.indexOf(c, index + 1);
        take("string", end < 0 ? source.length() : end + 1);
      } else if (isName(index)) {
        take("attribute", endOfName(index));
      } else {
        index++;
      }
    }
    take("tag", Math.min(index + 1, source.length()));
  }

  private int endOfEntity() {
    int end = index + 1;
    while (end < source.length()
        && end < index + 12
        && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '#')) {
      end++;
    }
    return end > index + 1 && source.startsWith(";", end) ? end + 1 : 0;
  }

  private boolean isName(int i) {
    return i < source.length()
        && (Character.isLetter(source.charAt(i)) || "_@:".indexOf(source.charAt(i)) >= 0);
  }

  private int endOfName(int start) {
    int end = start;
    while (end < source.length()
        && (Character.isLetterOrDigit(source.charAt(end))
            || "-_:.@".indexOf(source.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private int endAfter(String sign) {
    int end = source.indexOf(sign, index + 1);
    return end < 0 ? source.length() : end + sign.length();
  }

  private void take(String name, int end) {
    code.span(name, index, end);
    index = end;
  }
}
