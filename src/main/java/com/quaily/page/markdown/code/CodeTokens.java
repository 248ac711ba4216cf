package com.quaily.page.markdown.code;

import java.util.List;

/** Tokenizes languages with comments, strings, words and numbers. */
final class CodeTokens {
  private static final int LONGEST_ATTRIBUTE = 200;

  private final String source;
  private final CodeLanguage language;
  private final HighlightedCode code;
  private int index;

  CodeTokens(String source, CodeLanguage language, HighlightedCode code) {
    this.source = source;
    this.language = language;
    this.code = code;
  }

  void read() {
    while (index < source.length()) {
      boolean lineStart = index == 0 || source.charAt(index - 1) == '\n';
      if ((lineStart && (readSection() || readKey())) || readComment() || readString()) {
        continue;
      }
      if (readPrefixed(language.meta(), "meta") || readPrefixed(language.variables(), "variable")) {
        continue;
      }
      char c = source.charAt(index);
      if (isDigit(c)) {
        readNumber();
      } else if (Character.isJavaIdentifierStart(c) && c != '$') {
        readWord();
      } else {
        index++;
      }
    }
  }

  private boolean readSection() {
    int start = skipBlanks(index);
    if (!language.hasSections() || start >= source.length() || source.charAt(start) != '[') {
      return false;
    }
    return take("tag", endOfLine(start));
  }

  private boolean readKey() {
    if (language.keySign().isEmpty()) {
      return false;
    }
    int start = skipBlanks(index);
    while (source.startsWith("- ", start)) {
      start = skipBlanks(start + 2);
    }
    int end = start;
    while (end < source.length() && isKeyPart(source.charAt(end))) {
      end++;
    }
    int sign = skipBlanks(end);
    if (end == start || !source.startsWith(language.keySign().get(), sign)) {
      return false;
    }
    index = start;
    return take("property", end);
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
  }

  private boolean readComment() {
    List<String> block = language.blockComment();
    if (!block.isEmpty() && source.startsWith(block.get(0), index)) {
      int end = source.indexOf(block.get(1), index + block.get(0).length());
      return take("comment", end < 0 ? source.length() : end + block.get(1).length());
    }
    for (String sign : language.lineComments()) {
      // A hash sign within a word, such as $# or a#b, starts no comment.
      boolean glued = sign.equals("#") && index > 0 && source.charAt(index - 1) > ' ';
      if (!glued && source.startsWith(sign, index)) {
        return take("comment", endOfLine(index));
      }
    }
    return false;
  }

  private boolean readString() {
    if (language.hasSingleCharacterQuotes() && source.charAt(index) == '\'') {
      return readCharacter();
    }
    for (String quote : language.strings()) {
      if (source.startsWith(quote, index)) {
        int end = endOfString(quote);
        boolean key = language.hasStringKeys() && source.startsWith(":", skipBlanks(end));
        return take(key ? "property" : "string", end);
      }
    }
    return false;
  }

  private boolean readCharacter() {
    int end = source.startsWith("\\", index + 1) ? index + 4 : index + 3;
    return end <= source.length() && source.charAt(end - 1) == '\'' && take("string", end);
  }

  private int endOfString(String quote) {
    boolean manyLines = quote.length() > 1 || quote.equals("`");
    int i = index + quote.length();
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c == '\n' && !manyLines) {
        return i;
      } else if (source.startsWith(quote, i)) {
        return i + quote.length();
      } else {
        i++;
      }
    }
    return source.length();
  }

  private boolean readPrefixed(List<String> prefixes, String name) {
    for (String prefix : prefixes) {
      if (source.startsWith(prefix, index)) {
        int start = index + prefix.length();
        int end = prefix.endsWith("[") ? endOfBracket(start) : endOfWord(start);
        if (end > start) {
          return take(name, end);
        }
      }
    }
    return false;
  }

  /** The end of an attribute in brackets on this line, within a bounded distance. */
  private int endOfBracket(int start) {
    int limit = Math.min(source.length(), start + LONGEST_ATTRIBUTE);
    for (int i = start; i < limit && source.charAt(i) != '\n'; i++) {
      if (source.charAt(i) == ']') {
        return i + 1;
      }
    }
    return start;
  }

  private void readNumber() {
    int end = index;
    while (end < source.length()
        && (Character.isLetterOrDigit(source.charAt(end))
            || source.charAt(end) == '_'
            || (source.charAt(end) == '.' && isDigitAt(end + 1)))) {
      end++;
    }
    take("number", end);
  }

  private void readWord() {
    int end = endOfWord(index);
    String word = source.substring(index, end);
    if (language.isKeyword(word)) {
      take("keyword", end);
    } else if (language.isConstant(word)) {
      take("constant", end);
    } else if (language.isType(word)) {
      take("type", end);
    } else if (source.startsWith("(", end)) {
      take("function", end);
    } else {
      index = end;
    }
  }

  private boolean take(String name, int end) {
    int limited = Math.min(end, source.length());
    code.span(name, index, limited);
    index = limited;
    return true;
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfLine(int start) {
    int end = source.indexOf('\n', start);
    return end < 0 ? source.length() : end;
  }

  private int skipBlanks(int start) {
    int i = start;
    while (i < source.length() && (source.charAt(i) == ' ' || source.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private boolean isDigitAt(int i) {
    return i < source.length() && isDigit(source.charAt(i));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
