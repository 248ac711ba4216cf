package com.quaily.page.markdown.math;

import com.quaily.page.markdown.math.TexLexer.Kind;
import com.quaily.page.markdown.math.TexLexer.Token;
import java.util.List;

/** The position in a formula: the next token and its source. */
final class TexCursor {

  private final String tex;
  private final List<Token> tokens;
  private int position;

  TexCursor(String tex) {
    this.tex = tex;
    this.tokens = TexLexer.tokens(tex);
  }

  /** The number whose first digit was consumed. */
  String number(Token first) {
    int end = first.end();
    while (isNumberPart(end)) {
      end = next().end();
    }
    return source(first.start(), end);
  }

  /**
   * Whether the next token continues a number: a digit, or a point or comma followed by a digit.
   */
  private boolean isNumberPart(int end) {
    if (peek().kind() != Kind.CHARACTER || peek().start() != end) {
      return false;
    }
    char c = peek().text().charAt(0);
    boolean point =
        (c == '.' || c == ',') && end + 1 < tex.length() && isDigit(tex.charAt(end + 1));
    return isDigit(c) || point;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The source text of a group, for words; empty when there is no group. */
  String rawGroup() {
    if (!accept("{")) {
      return atEnd() ? "" : next().text();
    }
    int start = tokens.get(position - 1).end();
    int open = 1;
    Token token = tokens.get(position - 1);
    while (open > 0 && !atEnd()) {
      token = next();
      open += token.isChar("{") ? 1 : 0;
      open -= token.isChar("}") ? 1 : 0;
    }
    return source(start, open == 0 ? token.start() : tex.length());
  }

  /** Consumes this character if it comes next; returns whether it did. */
  boolean accept(String character) {
    boolean found = peek().isChar(character);
    if (found) {
      next();
    }
    return found;
  }

  /** Consumes this command if it comes next; returns whether it did. */
  boolean acceptCommand(String name) {
    boolean found = peek().isCommand(name);
    if (found) {
      next();
    }
    return found;
  }

  Token peek() {
    return tokens.get(position);
  }

  /** Consumes a token; at the end, returns the end token repeatedly. */
  Token next() {
    Token token = tokens.get(position);
    position += token.kind() == Kind.END ? 0 : 1;
    return token;
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  String source(int start, int end) {
    return tex.substring(start, end);
  }

  /** Consumes the rest and returns its source text. */
  String rest() {
    int start = peek().start();
    position = tokens.size() - 1;
    return tex.substring(start);
  }
}
