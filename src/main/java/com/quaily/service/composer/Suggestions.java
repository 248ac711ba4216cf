package com.quaily.service.composer;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.ai.AiTask;
import com.quaily.service.composer.Assistant.Answered;
import com.quaily.service.composer.Assistant.Question;
import com.quaily.service.validation.SlugMaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What goes with a text: a model makes it, or else it is extracted. */
public final class Suggestions {

  private final LocalComposer composer;
  private final Assistant assistant;

  public Suggestions(LocalComposer composer, Assistant assistant) {
    this.composer = composer;
    this.assistant = assistant;
  }

  /**
   * What was made.
   *
   * @param task that a model did for it; empty = it was extracted
   */
  record Made<T>(T value, Optional<AiTask> task) {}

  /**
   * Slug, summary and tags, by name; tags are separated by commas.
   *
   * @param list the channel of the text; may be null
   */
  Made<Map<String, String>> metadata(Caller caller, String list, Draft draft, Set<String> fields) {
    Optional<Answered> answered =
        assistant.askNow(caller, new Question(list, "metadata", draft.publicInput()));
    Optional<JsonNode> answer = answered.map(Answered::json);
    Map<String, String> made = new LinkedHashMap<>();
    for (String field : fields) {
      made.put(
          field,
          answer
              .map(node -> clean(field, node.path(field)))
              .filter(text -> !text.isBlank())
              .orElseGet(() -> extracted(field, draft)));
    }
    return new Made<>(made, answered.map(Answered::task));
  }

  private String extracted(String field, Draft draft) {
    return switch (field) {
      case "slug" -> composer.slug(draft.title(), draft.content());
      case "summary" -> composer.summary(draft.title(), draft.content());
      default -> String.join(",", composer.tags(draft.title(), draft.content()));
    };
  }

  /** A model's text is checked like everybody else's. */
  private static String clean(String field, JsonNode value) {
    return switch (field) {
      case "slug" -> {
        String slug = SlugMaker.from(value.asText(""));
        yield slug.isBlank() ? "" : SlugMaker.forPost(slug);
      }
      case "summary" -> cut(oneLine(value.asText("")), Limits.SUMMARY);
      default ->
          String.join(
              ",", texts(value, Limits.TAG).stream().map(tag -> tag.replace(",", " ")).toList());
    };
  }

  /** The text as a thread of tweets. */
  Made<List<String>> tweets(Caller caller, String list, Draft draft) {
    return assistant
        .askNow(caller, new Question(list, "thread", draft.publicInput()))
        .map(
            answered ->
                new Made<>(
                    texts(answered.json().path("tweets"), Limits.SUMMARY),
                    Optional.of(answered.task())))
        .filter(made -> !made.value().isEmpty())
        .orElseGet(
            () -> new Made<>(composer.tweets(draft.title(), draft.content()), Optional.empty()));
  }

  private static List<String> texts(JsonNode list, int longest) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list) {
      String text = cut(oneLine(item.asText("")), longest);
      if (!text.isBlank()) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
