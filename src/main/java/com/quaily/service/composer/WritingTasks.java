package com.quaily.service.composer;

import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.composer.Assistant.Question;
import com.quaily.service.validation.FieldValidator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tasks that only a model can do and that take a while. Their results are suggestions. */
public final class WritingTasks {

  /** Each is the name of its prompt. */
  static final Set<String> TYPES = Set.of("titles", "proofread", "draft", "alt");

  private static final int LONGEST_PROOFREAD = 20_000;
  private static final int LONGEST_CONTEXT = 2_000;
  private static final String LANGUAGE_OF_TEXT = "the language of the text";
  private static final String DEFAULT_LANGUAGE = "the language of the notes";

  private final Assistant assistant;
  private final UploadedImages images;

  public WritingTasks(Assistant assistant, UploadedImages images) {
    this.assistant = assistant;
    this.images = images;
  }

  /** Begins a task of one of the types; returns the trace id of the AI task. */
  UUID begin(Caller caller, String type, WriterText text) {
    Map<String, String> input =
        switch (type) {
          case "titles" -> Draft.of(text.title(), text.content()).publicInput();
          case "proofread" -> wholeText(Draft.of(text.title(), text.content()));
          case "alt" -> image(text);
          default -> notes(Draft.of(text.title(), text.content()), text);
        };
    return assistant.begin(caller, new Question(text.list(), type, input)).traceId();
  }

  /** Mistakes after the end of what was read would look like none. */
  private static Map<String, String> wholeText(Draft draft) {
    if (draft.content().length() > LONGEST_PROOFREAD) {
      throw new InvalidException(
          ErrorCode.FIELD_TOO_LONG,
          "content",
          "must have at most " + LONGEST_PROOFREAD + " characters to be proof-read at once");
    }
    return draft.wholeInput();
  }

  private Map<String, String> image(WriterText text) {
    assistant.requireVision();
    String around = FieldValidator.text("content", text.content(), Limits.CONTENT);
    return Map.of(
        "image",
        images.read(text.image()).toUri(),
        "content",
        around.substring(0, Math.min(around.length(), LONGEST_CONTEXT)),
        "language",
        language(text, LANGUAGE_OF_TEXT));
  }

  private static Map<String, String> notes(Draft draft, WriterText text) {
    Map<String, String> input = new HashMap<>(draft.wholeInput());
    input.put("style", FieldValidator.line("style", text.style(), Limits.SUMMARY));
    input.put("language", language(text, DEFAULT_LANGUAGE));
    return input;
  }

  private static String language(WriterText text, String otherwise) {
    String language = FieldValidator.line("language", text.language(), Limits.LANG);
    return language.isEmpty() ? otherwise : language;
  }
}
