package com.quaily.service.composer;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.page.markdown.Markdown;
import com.quaily.service.validation.FieldValidator;
import java.util.Map;

/** A checked text of a writer; title or content is there. */
record Draft(String title, String content) {

  /** Characters that models get when they describe a text. */
  private static final int DESCRIBED = 20_000;

  static Draft of(String title, String content) {
    String line = FieldValidator.line("title", title, Limits.TITLE);
    String text = FieldValidator.text("content", content, Limits.CONTENT);
    if (line.isEmpty() && text.isBlank()) {
      throw new InvalidException(
          ErrorCode.MISSING_FIELD, "content", "must not be empty if there is no title");
    }
    return new Draft(line, text);
  }

  /** For prompts whose result is public: without the paid part. */
  Map<String, String> publicInput() {
    return input(Markdown.splitPaywall(content).free());
  }

  /** For prompts whose result only the writer sees. */
  Map<String, String> wholeInput() {
    return input(content);
  }

  private Map<String, String> input(String text) {
    String cut = text.length() <= DESCRIBED ? text : text.substring(0, DESCRIBED);
    return Map.of("title", title, "content", cut);
  }
}
