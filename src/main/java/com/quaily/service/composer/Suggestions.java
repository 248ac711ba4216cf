package com.quaily.service.composer;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.service.composer.Assistant.Question;
import com.quaily.service.validation.SlugMaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What goes with a text: a model makes it, or else it is extracted. */
final class Suggestions {

  private final LocalComposer composer;
  private final Assistant assistant;

  Suggestions(LocalComposer composer, Assistant assistant) {
    this.composer = composer;
    this.assistant = assistant;
  }

  /**
   * Slug, summary and tags, by name; tags are separated by commas.
   *
   * @param list the channel of the text; may be null
   */
  Map<String, String> metadata(Caller caller, String list, Draft draft, Set<String> fields) {
    Optional<JsonNode> answer =
        assistant.askNow(caller, new Question(list, "metadata", draft.publicInput()));
    Map<String, String> made = new LinkedHashMap<>();
    for (String field : fields) {
      made.put(
          field,
          answer
              .map(node -> clean(field, node.path(field)))
              .filter(text -> !text.isBlank())
              .orElseGet(() -> extracted(field, draft)));
    }
    return made;
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
  List<String> tweets(Caller caller, String list, Draft draft) {
    return assistant
        .askNow(caller, new Question(list, "thread", draft.publicInput()))
        .map(node -> texts(node.path("tweets"), Limits.SUMMARY))
        .filter(tweets -> !tweets.isEmpty())
        .orElseGet(() -> composer.tweets(draft.title(), draft.content()));
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
