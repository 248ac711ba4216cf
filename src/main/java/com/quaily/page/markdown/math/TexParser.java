package com.quaily.page.markdown.math;

import com.quaily.page.markdown.math.TexLexer.Kind;
import com.quaily.page.markdown.math.TexLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parses a formula by recursive descent and writes MathML. It never fails: open groups are closed
 * at the end; unknown or too deeply nested parts are shown as their source.
 */
final class TexParser {
  private static final int DEEPEST = 40;
  private static final Set<String> ROW_ENDS = Set.of("\\", "cr", "end", "right", "middle");
  private static final Set<String> STILL = Set.of("(", ")", "[", "]", "|", "/");
  private static final Set<String> SPACELESS = Set.of("(", "[", "^", "_", "}", ")", "]", ",", "&");

  private final TexCursor cursor;
  private final boolean display;
  private final TexCommands commands;
  private int depth;
  private MathAlphabet alphabet;

  TexParser(String tex, boolean display) {
    this.cursor = new TexCursor(tex);
    this.display = display;
    this.commands = new TexCommands(this);
  }

  TexCursor cursor() {
    return cursor;
  }

  /** Where the scripts of a base are placed. */
  enum Scripts {
    BESIDE,
    LIMITS_IN_DISPLAY,
    LIMITS
  }

  /**
   * A part of a formula before its scripts.
   *
   * @param function whether it is a function name, which needs space before its argument
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
    while (!cursor.atEnd()) {
      Token stray = cursor.next();
      parts.add(MathMl.leaf("mo", cursor.source(stray.start(), stray.end())));
      parts.addAll(row(""));
    }
    return parts;
  }

  /**
   * Parts up to the end of a row or group, which is not consumed.
   *
   * @param stop a character that also ends this row; empty for none
   */
  List<String> row(String stop) {
    List<String> parts = new ArrayList<>();
    while (!endsRow(cursor.peek())
        && !(cursor.peek().kind() == Kind.CHARACTER && cursor.peek().text().equals(stop))) {
      if (cursor.peek().isCommand("displaystyle") || cursor.peek().isCommand("textstyle")) {
        parts.add(restInStyle(cursor.next().isCommand("displaystyle"), stop));
      } else {
        parts.add(scripted());
      }
    }
    return parts;
  }

  private String restInStyle(boolean large, String stop) {
    if (depth >= DEEPEST) {
      return MathMl.unknown(cursor.rest());
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
    boolean bare =
        cursor.peek().isChar("^") || cursor.peek().isChar("_") || cursor.peek().isChar("'");
    Base base = bare ? Base.of("<mrow></mrow>") : base(false);
    Scripts placement = base.scripts();
    String sub = null;
    String sup = null;
    while (true) {
      if (cursor.peek().isCommand("limits") || cursor.peek().isCommand("nolimits")) {
        placement = cursor.next().isCommand("limits") ? Scripts.LIMITS : Scripts.BESIDE;
      } else if (cursor.peek().isChar("_") && sub == null) {
        cursor.next();
        sub = argument();
      } else if (cursor.peek().isChar("'") && sup == null) {
        sup = primes();
      } else if (cursor.peek().isChar("^") && sup == null) {
        cursor.next();
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
    while (cursor.peek().isChar("'")) {
      cursor.next();
      signs.append('′');
    }
    String primes = MathMl.leaf("mo", signs.toString());
    if (!cursor.peek().isChar("^")) {
      return primes;
    }
    cursor.next();
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
            && cursor.peek().kind() != Kind.END
            && !SPACELESS.contains(cursor.peek().text())
            && !cursor.peek().isCommand("left");
    return (base.function() ? "<mo>\u2061</mo>" : "") + (needed ? MathMl.space("0.1667em") : "");
  }

  /** The next group or single sign, as one element. */
  String argument() {
    return endsRow(cursor.peek()) ? "<mrow></mrow>" : base(true).mathMl();
  }

  /** The next argument in another alphabet. */
  String argument(MathAlphabet other) {
    MathAlphabet before = alphabet;
    alphabet = other;
    String argument = argument();
    alphabet = before;
    return argument;
  }

  private Base base(boolean singleDigit) {
    if (depth >= DEEPEST) {
      return Base.of(MathMl.unknown(cursor.rest()));
    }
    depth++;
    Token token = cursor.next();
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
      cursor.accept("}");
      return MathMl.single(parts);
    }
    if (c >= '0' && c <= '9') {
      return MathMl.leaf("mn", styled(singleDigit ? text : cursor.number(token)));
    }
    if (c == '~') {
      return MathMl.space("0.3333em");
    }
    return Character.isLetter(c) ? letter(text) : operator(text);
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
}
