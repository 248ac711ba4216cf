package com.quaily.page.markdown;

import com.quaily.page.markdown.TexLexer.Kind;
import com.quaily.page.markdown.TexLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a formula by recursive descent and writes MathML as it goes. Never fails: what is left open
 * is closed at the end, what is unknown or nested too deeply is shown as its source.
 */
final class TexParser {
  private static final int DEEPEST = 40;
  private static final Set<String> ROW_ENDS = Set.of("\\", "cr", "end", "right", "middle");
  private static final Set<String> STILL = Set.of("(", ")", "[", "]", "|", "/");
  private static final Set<String> SPACELESS = Set.of("(", "[", "^", "_", "}", ")", "]", ",", "&");

  private final String tex;
  private final List<Token> tokens;
  private final boolean display;
  private final TexCommands commands;
  private int position;
  private int depth;
  private MathAlphabet alphabet;

  TexParser(String tex, boolean display) {
    this.tex = tex;
    this.tokens = TexLexer.tokens(tex);
    this.display = display;
    this.commands = new TexCommands(this);
  }

  /** Where scripts of a base stand. */
  enum Scripts {
    BESIDE,
    LIMITS_IN_DISPLAY,
    LIMITS
  }

  /**
   * A part of a formula before its scripts.
   *
   * @param function whether it is a function's name, which keeps a distance from its argument
   */
  record Base(String mathMl, Scripts scripts, boolean function) {
    static Base of(String mathMl) {
      return new Base(mathMl, Scripts.BESIDE, false);
    }
  }

  /** The whole formula; lines at its top level become rows of a table. */
  List<String> formula() {
    List<List<List<String>>> rows = new TexTables(this).rows();
    List<String> parts = rows.get(0).get(0);
    if (rows.size() > 1 || rows.get(0).size() > 1) {
      parts = new ArrayList<>(List.of(TexTables.aligned(rows)));
    }
    while (!atEnd()) {
      Token stray = next();
      parts.add(MathMl.leaf("mo", source(stray.start(), stray.end())));
      parts.addAll(row(""));
    }
    return parts;
  }

  /**
   * Parts up to the end of a row or group, which is not consumed.
   *
   * @param stop a character that ends this row too; empty for none
   */
  List<String> row(String stop) {
    List<String> parts = new ArrayList<>();
    while (!endsRow(peek()) && !(peek().kind() == Kind.CHARACTER && peek().text().equals(stop))) {
      if (peek().isCommand("displaystyle") || peek().isCommand("textstyle")) {
        parts.add(restInStyle(next().isCommand("displaystyle"), stop));
      } else {
        parts.add(scripted());
      }
    }
    return parts;
  }

  private String restInStyle(boolean large, String stop) {
    if (depth >= DEEPEST) {
      return MathMl.unknown(rest());
    }
    depth++;
    String inner = String.join("", row(stop));
    depth--;
    return MathMl.element("mstyle", "displaystyle=\"" + large + "\"", inner);
  }

  private static boolean endsRow(Token token) {
    return switch (token.kind()) {
      case END -> true;
      case CHARACTER -> token.text().equals("}") || token.text().equals("&");
      case COMMAND -> ROW_ENDS.contains(token.text());
    };
  }

  private String scripted() {
    boolean bare = peek().isChar("^") || peek().isChar("_") || peek().isChar("'");
    Base base = bare ? Base.of("<mrow></mrow>") : base(false);
    Scripts placement = base.scripts();
    String sub = null;
    String sup = null;
    while (true) {
      if (peek().isCommand("limits") || peek().isCommand("nolimits")) {
        placement = next().isCommand("limits") ? Scripts.LIMITS : Scripts.BESIDE;
      } else if (peek().isChar("_") && sub == null) {
        next();
        sub = argument();
      } else if (peek().isChar("'") && sup == null) {
        sup = primes();
      } else if (peek().isChar("^") && sup == null) {
        next();
        sup = argument();
      } else {
        break;
      }
    }
    boolean limits =
        placement == Scripts.LIMITS || (placement == Scripts.LIMITS_IN_DISPLAY && display);
    return withScripts(base.mathMl(), sub, sup, limits) + distance(base);
  }

  private String primes() {
    StringBuilder signs = new StringBuilder();
    while (peek().isChar("'")) {
      next();
      signs.append('′');
    }
    String primes = MathMl.leaf("mo", signs.toString());
    if (!peek().isChar("^")) {
      return primes;
    }
    next();
    return MathMl.element("mrow", primes + argument());
  }

  private static String withScripts(String base, String sub, String sup, boolean limits) {
    if (sub != null && sup != null) {
      return MathMl.element(limits ? "munderover" : "msubsup", base + sub + sup);
    }
    if (sub != null) {
      return MathMl.element(limits ? "munder" : "msub", base + sub);
    }
    return sup == null ? base : MathMl.element(limits ? "mover" : "msup", base + sup);
  }

  /** The thin space between a function's name and an argument without parentheses. */
  private String distance(Base base) {
    boolean needed =
        base.function()
            && peek().kind() != Kind.END
            && !SPACELESS.contains(peek().text())
            && !peek().isCommand("left");
    return (base.function() ? "<mo>\u2061</mo>" : "") + (needed ? MathMl.space("0.1667em") : "");
  }

  /** The next group or single sign, as one element. */
  String argument() {
    return endsRow(peek()) ? "<mrow></mrow>" : base(true).mathMl();
  }

  /** The next argument set in another alphabet. */
  String argument(MathAlphabet other) {
    MathAlphabet before = alphabet;
    alphabet = other;
    String argument = argument();
    alphabet = before;
    return argument;
  }

  private Base base(boolean singleDigit) {
    if (depth >= DEEPEST) {
      return Base.of(MathMl.unknown(rest()));
    }
    depth++;
    Token token = next();
    Base base =
        token.kind() == Kind.COMMAND ? commands.base(token) : Base.of(sign(token, singleDigit));
    depth--;
    return base;
  }

  private String sign(Token token, boolean singleDigit) {
    String text = token.text();
    int c = text.codePointAt(0);
    if (c == '{') {
      List<String> parts = row("");
      accept("}");
      return MathMl.single(parts);
    }
    if (c >= '0' && c <= '9') {
      return MathMl.leaf("mn", styled(singleDigit ? text : number(token)));
    }
    if (c == '~') {
      return MathMl.space("0.3333em");
    }
    return Character.isLetter(c) ? letter(text) : operator(text);
  }

  private String number(Token first) {
    int end = first.end();
    while (isNumberPart(end)) {
      end = next().end();
    }
    return source(first.start(), end);
  }

  /**
   * Whether the next token continues a number: a digit, or a point or comma that a digit follows.
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

  private String letter(String text) {
    if (text.codePointAt(0) >= 0x2E80 && text.length() == 1) {
      return MathMl.leaf("mtext", text);
    }
    return alphabet == null
        ? MathMl.leaf("mi", text)
        : MathMl.leaf("mi", "mathvariant=\"normal\"", styled(text));
  }

  String operator(String text) {
    String sign =
        switch (text) {
          case "-" -> "−";
          case "*" -> "∗";
          case "'" -> "′";
          default -> text;
        };
    return STILL.contains(text)
        ? MathMl.leaf("mo", "stretchy=\"false\"", sign)
        : MathMl.leaf("mo", sign);
  }

  String styled(String text) {
    return alphabet == null ? text : alphabet.style(text);
  }

  boolean isStyled() {
    return alphabet != null;
  }

  /** The text of a group as it stands in the source, for words; empty when there is no group. */
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

  boolean accept(String character) {
    boolean found = peek().isChar(character);
    if (found) {
      next();
    }
    return found;
  }

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

  private String rest() {
    int start = peek().start();
    position = tokens.size() - 1;
    return tex.substring(start);
  }
}
