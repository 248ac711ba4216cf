package com.quaily.service.composer.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of Markdown with marks in place of what is not prose: code, addresses, HTML, formulas. A
 * mark is {@code ⟦1⟧}; the text of a link stands between {@code ⟦2⟧} and {@code ⟦/2⟧}.
 */
final class MaskedText {

  private static final Pattern OPAQUE =
      Pattern.compile(
          String.join(
              "|",
              "(?<!`)(`{1,10})(?!`)[^\\n]{1,2000}?(?<!`)\\1(?!`)",
              "^\\[[ xX]\\][ \\t]",
              "\\[![A-Za-z-]{1,30}\\][+-]?",
              "!\\[[^\\]\\n]{0,500}\\]\\([^)\\n]{0,2000}\\)",
              "\\[\\^[^\\]\\s]{1,100}\\]",
              "<[A-Za-z/!][^>\\n]{0,2000}>",
              "https?://(?:[^\\s<>()\\]\\x{3000}-\\x{303f}\\x{ff00}-\\x{ffef}]{1,2000}+"
                  + "|\\([^\\s()]{0,200}+\\)){1,50}",
              "\\$\\$?(?![\\s$])[^$\\n]{1,1000}(?<!\\s)\\$\\$?(?!\\d)",
              "(?: {2,}|\\\\)\\n",
              "\\\\[!-/:-@\\[-`{-~]",
              "&[A-Za-z0-9#]{1,30};"));

  private static final Pattern LINK =
      Pattern.compile(
          "\\[([^\\[\\]\\n]{1,1000})\\](\\((?:[^()\\n]{1,2000}+|\\([^()\\n]{0,200}+\\)){0,50}\\)|\\[[^\\[\\]\\n]{0,200}\\])");

  private static final Pattern MARK = Pattern.compile("⟦(/?)(\\d{1,4})⟧");
  private static final Pattern SOFT_BREAK = Pattern.compile("(?<![ \\t])[ \\t]*+\\n[ \\t]*+");
  private static final int FIRST_WIDE = 0x2e80;

  /** What makes a block of its own at the beginning of a line. */
  private static final Pattern BLOCK_START =
      Pattern.compile("^(?:[#>+*-](?=\\s)|\\d{1,9}[.)](?=\\s)|[=-]{2,})");

  private final String text;
  private final Map<String, String> originals;

  private MaskedText(String text, Map<String, String> originals) {
    this.text = text;
    this.originals = originals;
  }

  /** Masks the text of a block. */
  static MaskedText of(String block) {
    Map<String, String> originals = new LinkedHashMap<>();
    String masked =
        OPAQUE
            .matcher(block.replace('⟦', '[').replace('⟧', ']'))
            .replaceAll(match -> opaque(match.group(), originals));
    masked =
        LINK.matcher(masked).replaceAll(match -> link(match.group(1), match.group(2), originals));
    return new MaskedText(joined(masked), originals);
  }

  private static String opaque(String original, Map<String, String> originals) {
    String mark = "⟦" + (originals.size() + 1) + "⟧";
    originals.put(mark, original);
    return mark;
  }

  private static String link(String label, String target, Map<String, String> originals) {
    int number = originals.size() + 1;
    originals.put("⟦" + number + "⟧", "[");
    originals.put("⟦/" + number + "⟧", "]" + target);
    return Matcher.quoteReplacement("⟦" + number + "⟧" + label + "⟦/" + number + "⟧");
  }

  /** Lines are joined with a space, except between Chinese or Japanese characters. */
  private static String joined(String lines) {
    Matcher breaks = SOFT_BREAK.matcher(lines);
    StringBuilder joined = new StringBuilder();
    while (breaks.find()) {
      boolean wide =
          breaks.start() > 0
              && breaks.end() < lines.length()
              && lines.charAt(breaks.start() - 1) >= FIRST_WIDE
              && lines.charAt(breaks.end()) >= FIRST_WIDE;
      breaks.appendReplacement(joined, wide ? "" : " ");
    }
    return breaks.appendTail(joined).toString();
  }

  /** What a model gets. */
  String text() {
    return text;
  }

  /** Whether there is anything to translate. */
  boolean hasProse() {
    return MARK.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter);
  }

  /** Puts the originals back; empty when a mark is missing, doubled or out of order. */
  Optional<String> restore(String translated) {
    List<String> open = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    Matcher marks = MARK.matcher(oneLine(translated));
    StringBuilder restored = new StringBuilder();
    while (marks.find()) {
      String mark = marks.group();
      String original = originals.get(mark);
      if (original == null || seen.contains(mark) || !isInOrder(marks, open)) {
        return Optional.empty();
      }
      seen.add(mark);
      marks.appendReplacement(restored, Matcher.quoteReplacement(restoredMark(original)));
    }
    marks.appendTail(restored);
    return seen.size() == originals.size() - nested()
        ? Optional.of(harmlessStart(restored.toString()))
        : Optional.empty();
  }

  private static String oneLine(String text) {
    return text.strip().lines().map(String::strip).collect(Collectors.joining(" "));
  }

  /** A link's text may hold a mark; the originals of its target are restored as well. */
  private String restoredMark(String original) {
    return MARK.matcher(original)
        .replaceAll(inner -> Matcher.quoteReplacement(originals.get(inner.group())));
  }

  /** Marks within the target of a link, which the text does not show. */
  private long nested() {
    return originals.values().stream().flatMap(it -> MARK.matcher(it).results()).count();
  }

  private boolean isInOrder(Matcher mark, List<String> open) {
    String number = mark.group(2);
    boolean paired = originals.containsKey("⟦/" + number + "⟧");
    if (!mark.group(1).isEmpty()) {
      return open.remove(number);
    }
    return !paired || open.add(number);
  }

  private String harmlessStart(String restored) {
    boolean before = BLOCK_START.matcher(text).find();
    return !before && BLOCK_START.matcher(restored).find() ? escaped(restored) : restored;
  }

  /** A number keeps its digits; its dot is escaped. */
  private static String escaped(String text) {
    int digits = 0;
    while (Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return text.substring(0, digits) + "\\" + text.substring(digits);
  }
}
