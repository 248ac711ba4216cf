package com.quaily.page.markdown.math;

import java.util.ArrayList;
import java.util.List;

/** Splits TeX into tokens; skips spaces and comments. */
final class TexLexer {
  private final String tex;
  private int index;

  private TexLexer(String tex) {
    this.tex = tex;
  }

  /**
   * A token.
   *
   * @param text a command's name, or the character itself
   * @param start its start in the source, for text that is copied verbatim
   * @param end its end
   */
  record Token(Kind kind, String text, int start, int end) {
    boolean is(Kind other, String otherText) {
      return kind == other && text.equals(otherText);
    }

    boolean isChar(String character) {
      return is(Kind.CHARACTER, character);
    }

    boolean isCommand(String name) {
      return is(Kind.COMMAND, name);
    }
  }

  enum Kind {
    CHARACTER,
    COMMAND,
    END
  }

  static List<Token> tokens(String tex) {
    return new TexLexer(tex).all();
  }

  private List<Token> all() {
    List<Token> tokens = new ArrayList<>();
    while (index < tex.length()) {
      char c = tex.charAt(index);
      if (Character.isWhitespace(c)) {
        index++;
      } else if (c == '%') {
        int newline = tex.indexOf('\n', index);
        index = newline < 0 ? tex.length() : newline;
      } else if (c == '\\') {
        tokens.add(command());
      } else {
        int start = index;
        index += Character.charCount(tex.codePointAt(index));
        tokens.add(new Token(Kind.CHARACTER, tex.substring(start, index), start, index));
      }
    }
    tokens.add(new Token(Kind.END, "", tex.length(), tex.length()));
    return tokens;
  }

  private Token command() {
    int start = index++;
    int nameStart = index;
    while (index < tex.length() && isAsciiLetter(tex.charAt(index))) {
      index++;
    }
    if (index == nameStart && index < tex.length()) {
      index += Character.charCount(tex.codePointAt(index));
    } else if (index < tex.length() && tex.charAt(index) == '*') {
      String name = tex.substring(nameStart, index);
      index += name.equals("operatorname") || name.equals("tag") || name.equals("hspace") ? 1 : 0;
    }
    return new Token(Kind.COMMAND, tex.substring(nameStart, index), start, index);
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
