package com.quaily.service.composer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.ai.AiTasks;
import com.quaily.ai.AiTasks.Wish;
import com.quaily.model.JsonText;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.ai.TaskCost;
import com.quaily.page.markdown.Structure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What models are asked about one post, until somebody stops it. */
final class TranslationRun {

  private static final int BLOCKS_A_CALL = 5;
  private static final int CHARACTERS_A_CALL = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** So often it is asked whether to go on. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final AiTasks tasks;
  private final TranslationSource source;
  private final BooleanSupplier goesOn;
  private final List<AiTask> asked = new ArrayList<>();

  TranslationRun(AiTasks tasks, TranslationSource source, BooleanSupplier goesOn) {
    this.tasks = tasks;
    this.source = source;
    this.goesOn = goesOn;
  }

  /** Takes translated passages. */
  interface Taker {

    /**
     * @param text with the same structure
     * @param task that gave it
     */
    void take(Passage passage, String text, AiTask task);
  }

  /**
   * Translates passages: the first group alone, so that names are settled, and the others at the
   * same time. A passage whose translation lost a mark or changed the structure is tried once more
   * alone, then left.
   *
   * @throws TranslationStopped when it shall not go on
   */
  void translate(List<Passage> passages, Taker taker) {
    List<List<Passage>> groups = groups(passages);
    try {
      for (int i = 0; i < Math.min(groups.size(), 2); i++) {
        List<List<Passage>> together = groups.subList(i, i == 0 ? 1 : groups.size());
        List<AiTask> begun = together.stream().map(group -> ask(group, "")).toList();
        for (int j = 0; j < begun.size(); j++) {
          take(together.get(j), begun.get(j), taker);
          requireGoing();
        }
      }
    } finally {
      // Those that have ended stay as they are.
      asked.forEach(task -> tasks.cancel(task.caller(), task.traceId()));
    }
  }

  private static List<List<Passage>> groups(List<Passage> passages) {
    List<List<Passage>> groups = new ArrayList<>();
    List<Passage> group = new ArrayList<>();
    int characters = 0;
    for (Passage passage : passages) {
      int more = passage.masked().text().length();
      if (!group.isEmpty()
          && (group.size() == BLOCKS_A_CALL || characters + more > CHARACTERS_A_CALL)) {
        groups.add(group);
        group = new ArrayList<>();
        characters = 0;
      }
      group.add(passage);
      characters += more;
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  private void requireGoing() {
    if (!goesOn.getAsBoolean()) {
      throw new TranslationStopped();
    }
  }

  private AiTask ask(List<Passage> group, String again) {
    List<Map<String, String>> blocks =
        group.stream()
            .map(it -> Map.of("id", String.valueOf(it.id()), "text", it.masked().text()))
            .toList();
    Map<String, String> input =
        Map.of(
            "language", languageName(source.language()),
            "title", source.title(),
            "glossary", glossary(group),
            "context", again.isEmpty() ? group.get(0).before() : again,
            "blocks",
                blocks.stream().map(JsonText::write).collect(Collectors.joining(",", "[", "]")));
    AiTask task =
        tasks.add(
            new Wish(
                "user:" + source.userId(),
                source.channelId(),
                AiTask.NORMAL,
                ModelClass.LARGE,
                AiRequest.ofPrompt(Translator.PROMPT, input),
                null,
                PATIENCE));
    asked.add(task);
    return task;
  }

  private static String languageName(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }

  /** Only the terms that occur. */
  private String glossary(List<Passage> group) {
    return source
        .glossary()
        .lines()
        .filter(
            line -> {
              String term = line.split("=", 2)[0].strip();
              return !term.isEmpty()
                  && group.stream().anyMatch(it -> it.masked().text().contains(term));
            })
        .collect(Collectors.joining("; "));
  }

  private void take(List<Passage> group, AiTask task, Taker taker) {
    Map<String, String> answers = answers(task);
    for (Passage passage : group) {
      Optional<String> text = checked(passage, answers);
      if (text.isPresent()) {
        taker.take(passage, text.get(), task);
      } else {
        AiTask again = ask(List.of(passage), "A first answer lost a mark. Keep all of them.");
        checked(passage, answers(again)).ifPresent(good -> taker.take(passage, good, again));
      }
    }
  }

  private Map<String, String> answers(AiTask task) {
    AiTask ended = ended(task);
    Map<String, String> answers = new HashMap<>();
    if (ended.status() == AiTask.COMPLETED) {
      for (JsonNode block : parsed(ended.result()).path("blocks")) {
        answers.put(block.path("id").asText(), block.path("text").asText());
      }
    }
    return answers;
  }

  /** The scheduler ends every task at its deadline. */
  private AiTask ended(AiTask task) {
    AiTask seen = tasks.await(task.caller(), task.traceId(), LOOK_EVERY);
    for (long looks = PATIENCE.dividedBy(LOOK_EVERY); !seen.hasEnded() && looks > 0; looks--) {
      requireGoing();
      seen = tasks.await(task.caller(), task.traceId(), LOOK_EVERY);
    }
    return seen;
  }

  private static JsonNode parsed(String json) {
    try {
      return JsonText.reader().readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("the stored result cannot be read", e);
    }
  }

  /** The translation with its originals, if it has the same structure. */
  private static Optional<String> checked(Passage passage, Map<String, String> answers) {
    return Optional.ofNullable(answers.get(String.valueOf(passage.id())))
        .filter(text -> !text.isBlank())
        .flatMap(passage.masked()::restore)
        .filter(text -> Structure.of(text).equals(Structure.of(passage.source())));
  }

  /** What everything that was asked has cost. */
  TaskCost cost() {
    List<TaskCost> costs = asked.stream().map(tasks::cost).toList();
    return new TaskCost(
        costs.stream()
            .map(TaskCost::models)
            .filter(models -> !models.isEmpty())
            .distinct()
            .collect(Collectors.joining(", ")),
        costs.stream().mapToLong(TaskCost::tokens).sum(),
        costs.stream().mapToLong(TaskCost::micros).sum());
  }
}
