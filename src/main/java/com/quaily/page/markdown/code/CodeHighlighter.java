package com.quaily.page.markdown.code;

import java.util.Optional;
import java.util.Set;

/**
 * Highlights code. Every character of the source is kept; code in an unknown language is not
 * highlighted.
 */
public final class CodeHighlighter {
  private static final int LONGEST = 200_000;
  private static final Set<String> MARKUP =
      Set.of("html", "xml", "svg", "xhtml", "vue", "rss", "atom", "markup", "jsp");
  private static final Set<String> STYLES = Set.of("css", "scss", "less");
  private static final Set<String> DIFFS = Set.of("diff", "patch");
  private static final Set<String> MARKDOWNS = Set.of("markdown", "md");

  private CodeHighlighter() {}

  /**
   * The highlighted source.
   *
   * @param language in lower case, may be empty
   * @return escaped HTML; empty when the code is not highlighted
   */
  public static Optional<String> highlight(String source, String language) {
    if (source.length() > LONGEST) {
      return Optional.empty();
    }
    HighlightedCode code = new HighlightedCode(source);
    if (MARKUP.contains(language)) {
      MarkupTokens.read(source, code);
    } else if (STYLES.contains(language)) {
      StyleTokens.read(source, code);
    } else if (DIFFS.contains(language)) {
      LineTokens.readDiff(source, code);
    } else if (MARKDOWNS.contains(language)) {
      LineTokens.readMarkdown(source, code);
    } else {
      Optional<CodeLanguage> known = CodeLanguage.find(language);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      new CodeTokens(source, known.get(), code).read();
    }
    return Optional.of(code.finish());
  }
}
