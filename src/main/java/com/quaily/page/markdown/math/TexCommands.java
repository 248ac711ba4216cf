package com.quaily.page.markdown.math;

import static com.quaily.page.markdown.math.MathMl.element;
import static com.quaily.page.markdown.math.MathMl.leaf;
import static com.quaily.page.markdown.math.MathMl.space;

import com.quaily.page.markdown.math.TexLexer.Token;
import com.quaily.page.markdown.math.TexParser.Base;
import com.quaily.page.markdown.math.TexParser.Scripts;
import com.quaily.page.markdown.math.TexSymbols.Kind;
import com.quaily.page.markdown.math.TexSymbols.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translates the commands of a formula. */
final class TexCommands {
  private static final Map<String, MathAlphabet> ALPHABETS =
      Map.ofEntries(
          Map.entry("mathbf", MathAlphabet.BOLD),
          Map.entry("boldsymbol", MathAlphabet.BOLD_ITALIC),
          Map.entry("bm", MathAlphabet.BOLD_ITALIC),
          Map.entry("mathbb", MathAlphabet.BLACKBOARD),
          Map.entry("mathcal", MathAlphabet.SCRIPT),
          Map.entry("mathscr", MathAlphabet.SCRIPT),
          Map.entry("mathfrak", MathAlphabet.FRAKTUR),
          Map.entry("mathsf", MathAlphabet.SANS),
          Map.entry("mathtt", MathAlphabet.MONOSPACE),
          Map.entry("mathrm", MathAlphabet.UPRIGHT));
  private static final Map<String, String> SPACES =
      Map.ofEntries(
          Map.entry(",", "0.1667em"),
          Map.entry("thinspace", "0.1667em"),
          Map.entry(":", "0.2222em"),
          Map.entry(">", "0.2222em"),
          Map.entry(";", "0.2778em"),
          Map.entry("!", "-0.1667em"),
          Map.entry(" ", "0.3333em"),
          Map.entry("\n", "0.3333em"),
          Map.entry("enspace", "0.5em"),
          Map.entry("quad", "1em"),
          Map.entry("qquad", "2em"));
  private static final Map<String, String> BIG =
      Map.of("big", "1.2em", "Big", "1.8em", "bigg", "2.4em", "Bigg", "3em");
  private static final Map<String, String> NEGATED =
      Map.of(
          "=", "≠", "<", "≮", ">", "≯", "∈", "∉", "⊂", "⊄", "⊆", "⊈", "≡", "≢", "∼", "≁", "∃", "∄");

  private final TexParser parser;
  private final TexCursor cursor;

  TexCommands(TexParser parser) {
    this.parser = parser;
    this.cursor = parser.cursor();
  }

  /** The base that the command just consumed starts. */
  Base base(Token command) {
    String name = command.text();
    if (SPACES.containsKey(name)) {
      return Base.of(space(SPACES.get(name)));
    }
    if (ALPHABETS.containsKey(name)) {
      return Base.of(parser.argument(ALPHABETS.get(name)));
    }
    Optional<Symbol> symbol = TexSymbols.find(name);
    if (symbol.isPresent()) {
      return symbol(symbol.get(), name);
    }
    return structure(name).orElseGet(() -> decoration(command));
  }

  private Base symbol(Symbol symbol, String name) {
    String sign = symbol.sign();
    return switch (symbol.kind()) {
      case LETTER ->
          Base.of(
              parser.isStyled()
                  ? leaf("mi", "mathvariant=\"normal\"", parser.styled(sign))
                  : leaf("mi", sign));
      case UPRIGHT -> Base.of(leaf("mi", "mathvariant=\"normal\"", parser.styled(sign)));
      case OPERATOR -> Base.of(leaf("mo", sign));
      case DELIMITER -> Base.of(leaf("mo", "stretchy=\"false\"", sign));
      case SUM -> new Base(leaf("mo", sign), Scripts.LIMITS_IN_DISPLAY, false);
      case INTEGRAL -> Base.of(leaf("mo", sign));
      case FUNCTION -> new Base(leaf("mi", sign), Scripts.BESIDE, true);
      case LIMIT -> new Base(leaf("mi", sign), Scripts.LIMITS_IN_DISPLAY, true);
      case ACCENT -> accent(sign, name, "mover");
      case UNDERACCENT -> accent(sign, name, "munder");
    };
  }

  private Base accent(String sign, String name, String place) {
    boolean stretchy =
        name.startsWith("wide") || name.startsWith("over") || name.startsWith("under");
    String mark = leaf("mo", "stretchy=\"" + stretchy + "\"", sign);
    String attribute = place.equals("mover") ? "accent=\"true\"" : "accentunder=\"true\"";
    String mathMl = element(place, attribute, parser.argument() + mark);
    boolean brace = name.endsWith("brace") || name.endsWith("bracket");
    return new Base(mathMl, brace ? Scripts.LIMITS : Scripts.BESIDE, false);
  }

  private Optional<Base> structure(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "frac", "cfrac" -> Base.of(element("mfrac", parser.argument() + parser.argument()));
          case "dfrac" -> Base.of(styledFraction(true));
          case "tfrac" -> Base.of(styledFraction(false));
          case "binom", "dbinom", "tbinom" -> Base.of(binomial());
          case "sqrt" -> Base.of(root());
          case "left" -> Base.of(fenced());
          case "begin" -> Base.of(new TexTables(parser).environment(cursor.rawGroup()));
          case "text", "textrm", "mbox", "textit", "textnormal", "textup" ->
              Base.of(leaf("mtext", spaced(cursor.rawGroup())));
          case "textbf" ->
              Base.of(leaf("mtext", MathAlphabet.BOLD.style(spaced(cursor.rawGroup()))));
          case "texttt" ->
              Base.of(leaf("mtext", MathAlphabet.MONOSPACE.style(spaced(cursor.rawGroup()))));
          case "operatorname" -> new Base(leaf("mi", cursor.rawGroup()), Scripts.BESIDE, true);
          case "operatorname*" ->
              new Base(leaf("mi", cursor.rawGroup()), Scripts.LIMITS_IN_DISPLAY, true);
          case "overset", "stackrel" -> Base.of(stacked("mover"));
          case "underset" -> Base.of(stacked("munder"));
          case "xrightarrow" -> Base.of(longArrow("→"));
          case "xleftarrow" -> Base.of(longArrow("←"));
          case "substack" -> Base.of(new TexTables(parser).stack());
          default -> null;
        });
  }

  private Base decoration(Token command) {
    String name = command.text();
    return switch (name) {
      case "not" -> Base.of(negated());
      case "pmod" -> Base.of(remainder("(", ")"));
      case "mod", "bmod" -> Base.of(space("0.2778em") + leaf("mo", "mod") + space("0.2778em"));
      case "boxed", "fbox" -> Base.of(element("mrow", "class=\"math-boxed\"", parser.argument()));
      case "cancel" -> Base.of(element("mrow", "class=\"math-cancel\"", parser.argument()));
      case "phantom" -> Base.of(element("mphantom", parser.argument()));
      case "mathit", "mathnormal", "mathop", "mathrel", "mathbin", "mathord", "mathstrut" ->
          Base.of(parser.argument());
      case "color", "textcolor" -> {
        cursor.rawGroup();
        yield Base.of(parser.argument());
      }
      case "tag", "tag*" -> Base.of(space("2em") + leaf("mtext", tag(name)));
      case "label", "hspace", "hspace*" -> {
        cursor.rawGroup();
        yield Base.of("");
      }
      case "nonumber", "notag", "scriptstyle", "limits", "nolimits", "hline" -> Base.of("");
      case "%", "$", "#", "_" -> Base.of(leaf("mi", "mathvariant=\"normal\"", name));
      case "&" -> Base.of(leaf("mo", "&"));
      case "-", "/", "" -> Base.of("");
      default -> big(command);
    };
  }

  private String tag(String name) {
    String text = cursor.rawGroup();
    return name.equals("tag") ? "(" + text + ")" : text;
  }

  /** A delimiter with a given height such as {@code \bigl(}, or an unknown command. */
  private Base big(Token command) {
    String name = command.text();
    String stem = name.replaceAll("[lrm]$", "");
    if (!BIG.containsKey(stem)) {
      return Base.of(MathMl.unknown(cursor.source(command.start(), command.end())));
    }
    String size = BIG.get(stem);
    String attributes = "minsize=\"" + size + "\" maxsize=\"" + size + "\"";
    return Base.of(leaf("mo", attributes, delimiter()));
  }

  private String styledFraction(boolean display) {
    return element(
        "mstyle",
        "displaystyle=\"" + display + "\"",
        element("mfrac", parser.argument() + parser.argument()));
  }

  private String binomial() {
    String both = parser.argument() + parser.argument();
    return element(
        "mrow", leaf("mo", "(") + element("mfrac", "linethickness=\"0\"", both) + leaf("mo", ")"));
  }

  private String root() {
    if (!cursor.accept("[")) {
      return element("msqrt", parser.argument());
    }
    String index = MathMl.row(parser.row("]"));
    cursor.accept("]");
    return element("mroot", parser.argument() + index);
  }

  private String fenced() {
    StringBuilder fenced = new StringBuilder(fence(delimiter(), "prefix"));
    fenced.append(MathMl.row(parser.row("")));
    while (cursor.acceptCommand("middle")) {
      fenced.append(fence(delimiter(), "infix")).append(MathMl.row(parser.row("")));
    }
    if (cursor.acceptCommand("right")) {
      fenced.append(fence(delimiter(), "postfix"));
    }
    return element("mrow", fenced.toString());
  }

  private static String fence(String sign, String form) {
    String attributes = "fence=\"true\" stretchy=\"true\" form=\"" + form + "\"";
    return sign.isEmpty() ? "" : leaf("mo", attributes, sign);
  }

  /** The next delimiter's sign; empty for the invisible one. */
  private String delimiter() {
    Token token = cursor.next();
    if (token.isChar(".")) {
      return "";
    }
    String text = token.text();
    return token.kind() == TexLexer.Kind.COMMAND
        ? TexSymbols.find(text).map(Symbol::sign).orElse(text)
        : text.replace("<", "⟨").replace(">", "⟩");
  }

  private String stacked(String place) {
    String mark = parser.argument();
    return element(place, parser.argument() + mark);
  }

  private String longArrow(String arrow) {
    String below = "";
    if (cursor.accept("[")) {
      below = MathMl.row(parser.row("]"));
      cursor.accept("]");
    }
    String sign = leaf("mo", "stretchy=\"true\"", arrow);
    String above = parser.argument();
    return below.isEmpty()
        ? element("mover", sign + above)
        : element("munderover", sign + below + above);
  }

  private String negated() {
    Token token = cursor.next();
    String sign =
        token.kind() == TexLexer.Kind.COMMAND
            ? TexSymbols.find(token.text())
                .filter(it -> it.kind() == Kind.OPERATOR || it.kind() == Kind.UPRIGHT)
                .map(Symbol::sign)
                .orElse("")
            : token.text();
    return leaf("mo", NEGATED.getOrDefault(sign, sign + "\u0338"));
  }

  private String remainder(String open, String close) {
    List<String> parts =
        List.of(
            space("1em"),
            parser.operator(open),
            leaf("mi", "mod"),
            space("0.3333em"),
            parser.argument(),
            parser.operator(close));
    return MathMl.row(parts);
  }

  /** The browser would drop spaces at the ends of words. */
  private static String spaced(String words) {
    return words.replace(' ', '\u00A0').replace("\\$", "$").replace("\\%", "%").replace("\\&", "&");
  }
}
