package com.quaily.page.markdown.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokenizes style sheets. */
final class StyleTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>/\\*[\\s\\S]*?(?:\\*/|\\z)|//[^\\n]*)"
              + "|(?<string>\"[^\"\\n]*\"?|'[^'\\n]*'?)"
              + "|(?<keyword>@[\\w-]+|!important)"
              + "|(?<property>[\\w-]+(?=\\s{0,9}:[^:{;]{0,100}[;}]))"
              + "|(?<number>#[0-9a-fA-F]{3,8}\\b|-?\\d[\\w.%]*)"
              + "|(?<function>[\\w-]+(?=\\())"
              + "|(?<attribute>[.#][A-Za-z_][\\w-]*)"
              + "|(?<word>[\\w-]+)");
  private static final String[] NAMES = {
    "comment", "string", "keyword", "property", "number", "function", "attribute"
  };

  private StyleTokens() {}

  static void read(String source, HighlightedCode code) {
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      for (String name : NAMES) {
        if (matcher.group(name) != null) {
          code.span(name, matcher.start(), matcher.end());
        }
      }
    }
  }
}
