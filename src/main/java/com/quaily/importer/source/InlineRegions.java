package com.quaily.importer.source;

import com.quaily.importer.source.BodyScan.Kind;
import com.quaily.importer.source.BodyScan.Region;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes the regions that can start within a line. */
final class InlineRegions {
  private static final int MAX_TAG = 4000;
  private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t>]*\n");
  private static final Pattern MATH =
      Pattern.compile("\\$\\$[^\n]+?\\$\\$|\\$(?=[^\\s$])[^\n$]*(?<=[^\\s\\\\])\\$(?!\\d)");
  private static final Pattern HTML_CODE =
      Pattern.compile("<(pre|code|script|style|textarea)\\b[^>]{0,999}>", Pattern.CASE_INSENSITIVE);
  private static final Pattern MORE = Pattern.compile("<!--\\s*more\\s*-->");
  private static final Pattern LIQUID_BLOCK =
      Pattern.compile("\\{%-?\\s*(highlight|raw|comment)\\b\\s*([\\w+#.-]*)[^%\n]*%\\}\n?");
  private static final Pattern HUGO_HIGHLIGHT =
      Pattern.compile("\\{\\{([<%])\\s*highlight\\b\\s*\"?([\\w+#.-]*)[^\n]*?[>%]\\}\\}\n?");
  private static final Pattern HUGO_HIGHLIGHT_END =
      Pattern.compile("\\{\\{[<%]\\s*/\\s*highlight\\s*[>%]\\}\\}");
  private static final Pattern HUGO_ESCAPED =
      Pattern.compile("\\{\\{[<%]/\\*[^\n]{0,999}?\\*/[>%]\\}\\}");

  private static final Pattern KRAMDOWN_BLOCK =
      Pattern.compile("\\{::\\s{0,9}+(comment|nomarkdown)\\b[^}\n]{0,199}+(?<!/)\\}\n?");
  private static final Pattern KRAMDOWN_OPTIONS =
      Pattern.compile("\\{::\\s{0,9}+\\w[^}\n]{0,199}+(?<=/)\\}");
  private static final Pattern HUGO_COMMENT_END = Pattern.compile("\\*/\\}\\}");
  private static final Pattern COMMENT_END = Pattern.compile("%%");
  private static final Pattern HTML_COMMENT_END = Pattern.compile("-->");

  private final String text;
  // Without an end after one position there is none after a later one, so the search is not
  // repeated.
  private final Set<String> endless = new HashSet<>();
  private final Set<Integer> unpairedTicks = new HashSet<>();
  private int paragraphEnd = -1;

  InlineRegions(String text) {
    this.text = text;
  }

  /** The region that starts exactly here. */
  Optional<Region> at(int position) {
    return switch (text.charAt(position)) {
      case '`' -> codeSpan(position);
      case '$' -> matched(MATH, position);
      case '%' -> comment(position);
      case '<' -> html(position);
      case '{' -> template(position);
      default -> Optional.empty();
    };
  }

  /**
   * Where to continue if no region starts here: after an escaped character or a run of backticks.
   */
  int skip(int position) {
    char c = text.charAt(position);
    if (c == '\\' && position + 1 < text.length() && text.charAt(position + 1) != '\n') {
      return position + 2;
    }
    return c == '`' ? endOfTicks(position) : position + 1;
  }

  private Optional<Region> codeSpan(int start) {
    int contentStart = endOfTicks(start);
    int ticks = contentStart - start;
    int limit = endOfParagraph(contentStart);
    if (unpairedTicks.contains(ticks)) {
      return Optional.empty();
    }
    int position = text.indexOf('`', contentStart);
    while (position >= 0 && position < limit) {
      int end = endOfTicks(position);
      if (end - position == ticks) {
        return verbatim(start, end);
      }
      position = text.indexOf('`', end);
    }
    unpairedTicks.add(ticks);
    return Optional.empty();
  }

  private int endOfParagraph(int position) {
    if (position > paragraphEnd) {
      Matcher blank = BLANK_LINE.matcher(text);
      paragraphEnd = blank.find(position) ? blank.start() : text.length();
      unpairedTicks.clear();
    }
    return paragraphEnd;
  }

  private int endOfTicks(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private Optional<Region> comment(int start) {
    if (!text.startsWith("%%", start)) {
      return Optional.empty();
    }
    return endOf(COMMENT_END, start + 2).map(end -> Region.of(Kind.REMOVED, start, end));
  }

  private Optional<Region> html(int start) {
    if (text.startsWith("<!--", start)) {
      Kind kind = region(MORE, start).lookingAt() ? Kind.REMOVED : Kind.VERBATIM;
      return endOf(HTML_COMMENT_END, start + 4).map(end -> Region.of(kind, start, end));
    }
    Matcher opening = region(HTML_CODE, start);
    if (!opening.lookingAt()) {
      return Optional.empty();
    }
    String name = opening.group(1).toLowerCase(Locale.ROOT);
    Pattern closing = Pattern.compile("</" + name + "\\s*>", Pattern.CASE_INSENSITIVE);
    return endOf(closing, opening.end()).map(end -> Region.of(Kind.VERBATIM, start, end));
  }

  private Optional<Region> template(int start) {
    Matcher liquid = region(LIQUID_BLOCK, start);
    if (liquid.lookingAt()) {
      Pattern end = Pattern.compile("\\{%-?\\s*end" + liquid.group(1) + "\\s*-?%\\}");
      Kind kind =
          switch (liquid.group(1)) {
            case "highlight" -> Kind.HIGHLIGHT;
            case "raw" -> Kind.RAW;
            default -> Kind.REMOVED;
          };
      return block(kind, liquid, end);
    }
    Matcher highlight = region(HUGO_HIGHLIGHT, start);
    if (highlight.lookingAt()) {
      return block(Kind.HIGHLIGHT, highlight, HUGO_HIGHLIGHT_END);
    }
    if (text.startsWith("{::", start)) {
      return kramdown(start);
    }
    if (text.startsWith("{{/*", start)) {
      Optional<Integer> end = endOf(HUGO_COMMENT_END, start);
      return end.map(position -> Region.of(Kind.REMOVED, start, position));
    }
    return matched(HUGO_ESCAPED, start);
  }

  /** Its comments and options end in an element's name or in a slash alone. */
  private Optional<Region> kramdown(int start) {
    Matcher opening = region(KRAMDOWN_BLOCK, start);
    if (opening.lookingAt()) {
      Kind kind = opening.group(1).equals("comment") ? Kind.REMOVED : Kind.RAW;
      return block(kind, opening, Pattern.compile("\\{:/(?:" + opening.group(1) + ")?\\}"));
    }
    Matcher options = region(KRAMDOWN_OPTIONS, start);
    return options.lookingAt()
        ? Optional.of(Region.of(Kind.REMOVED, start, options.end()))
        : Optional.empty();
  }

  private Optional<Region> block(Kind kind, Matcher opening, Pattern endMark) {
    String language = kind == Kind.HIGHLIGHT ? opening.group(2) : "";
    return find(endMark, opening.end())
        .map(
            end ->
                new Region(kind, opening.start(), end.end(), opening.end(), end.start(), language));
  }

  private Optional<Integer> endOf(Pattern endMark, int from) {
    return find(endMark, from).map(MatchResult::end);
  }

  private Optional<MatchResult> find(Pattern endMark, int from) {
    if (endless.contains(endMark.pattern())) {
      return Optional.empty();
    }
    Matcher matcher = endMark.matcher(text);
    if (matcher.find(from)) {
      return Optional.of(matcher.toMatchResult());
    }
    endless.add(endMark.pattern());
    return Optional.empty();
  }

  private Optional<Region> matched(Pattern pattern, int start) {
    Matcher matcher = region(pattern, start);
    return matcher.lookingAt() ? verbatim(start, matcher.end()) : Optional.empty();
  }

  private Matcher region(Pattern pattern, int start) {
    return pattern.matcher(text).region(start, Math.min(text.length(), start + MAX_TAG));
  }

  private static Optional<Region> verbatim(int start, int end) {
    return Optional.of(Region.of(Kind.VERBATIM, start, end));
  }
}
