package com.quaily.page.markdown.code;

import java.util.function.Function;

/** Highlights whole lines by their prefix. */
final class LineTokens {
  private LineTokens() {}

  static void readDiff(String source, HighlightedCode code) {
    read(source, code, LineTokens::diffName);
  }

  static void readMarkdown(String source, HighlightedCode code) {
    read(source, code, LineTokens::markdownName);
  }

  private static void read(String source, HighlightedCode code, Function<String, String> name) {
    int start = 0;
    while (start < source.length()) {
      int newline = source.indexOf('\n', start);
      int end = newline < 0 ? source.length() : newline;
      String found = name.apply(source.substring(start, end));
      if (!found.isEmpty()) {
        code.span(found, start, end);
      }
      start = end + 1;
    }
  }

  private static String diffName(String line) {
    if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("diff ")) {
      return "heading";
    }
    if (line.startsWith("@@") || line.startsWith("index ")) {
      return "meta";
    }
    if (line.startsWith("+")) {
      return "inserted";
    }
    return line.startsWith("-") ? "deleted" : "";
  }

  private static String markdownName(String line) {
    String text = line.stripLeading();
    if (text.startsWith("#")) {
      return "heading";
    }
    if (text.startsWith("```") || text.startsWith("~~~") || text.startsWith(":::")) {
      return "meta";
    }
    return text.startsWith(">") ? "comment" : "";
  }
}
