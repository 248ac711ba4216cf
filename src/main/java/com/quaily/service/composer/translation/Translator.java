package com.quaily.service.composer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.ai.AiTasks;
import com.quaily.ai.AiTasks.Wish;
import com.quaily.dao.TranslatedBlockDao;
import com.quaily.model.JsonText;
import com.quaily.model.Sha256;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.composer.TranslatedBlock;
import com.quaily.page.markdown.Structure;
import com.quaily.page.markdown.TextBlocks;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Translates a post by blocks. Blocks that were translated before are taken as they are; the first
 * group is translated alone, so that names are settled, and the others at the same time. A block
 * whose translation lost a mark or changed the structure is tried once more alone, then left.
 */
public final class Translator {

  /** Name of the prompt. */
  public static final String PROMPT = "translate";

  private static final int BLOCKS_A_CALL = 5;
  private static final int CHARACTERS_A_CALL = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final AiTasks tasks;
  private final TranslatedBlockDao blockDao;
  private final String promptVersion;
  private final Clock clock;

  /**
   * @param promptVersion stored with every translation
   */
  public Translator(AiTasks tasks, TranslatedBlockDao blockDao, String promptVersion, Clock clock) {
    this.tasks = tasks;
    this.blockDao = blockDao;
    this.promptVersion = promptVersion;
    this.clock = clock;
  }

  /** A passage on its way; the first one is the title. */
  private record Passage(int id, String source, MaskedText masked, String before) {}

  /**
   * Translates a post.
   *
   * @param progress takes the number of finished blocks and of all; false = stop
   * @throws TranslationStopped when progress says so
   */
  public Translation translate(TranslationOrder order, BiPredicate<Integer, Integer> progress) {
    TextBlocks source = TextBlocks.of(order.content());
    List<Passage> passages = passages(order.title(), source);
    Map<Integer, String> done = new HashMap<>();
    List<Passage> open = new ArrayList<>();
    for (Passage passage : passages) {
      known(order, passage)
          .ifPresentOrElse(text -> done.put(passage.id(), text), () -> open.add(passage));
    }
    int reused = done.size();
    List<List<Passage>> groups = groups(open);
    Map<List<Passage>, AiTask> running = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      if (i == 1) {
        groups.stream().skip(1).forEach(group -> running.put(group, ask(order, group, "")));
      }
      List<Passage> group = groups.get(i);
      AiTask task = Optional.ofNullable(running.get(group)).orElseGet(() -> ask(order, group, ""));
      take(order, group, task, done);
      if (!progress.test(done.size(), passages.size())) {
        running.values().forEach(it -> tasks.cancel(it.caller(), it.traceId()));
        throw new TranslationStopped();
      }
    }
    return assemble(order, source, passages, done, reused);
  }

  private static List<Passage> passages(String title, TextBlocks source) {
    List<Passage> passages = new ArrayList<>();
    String before = "";
    List<String> texts = new ArrayList<>(List.of(title));
    source.blocks().forEach(block -> texts.add(block.text()));
    for (int i = 0; i < texts.size(); i++) {
      MaskedText masked = MaskedText.of(texts.get(i));
      if (masked.hasProse()) {
        passages.add(new Passage(i, texts.get(i), masked, before));
        before = masked.text();
      }
    }
    return passages;
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

  private AiTask ask(TranslationOrder order, List<Passage> group, String again) {
    List<Map<String, String>> blocks =
        group.stream()
            .map(it -> Map.of("id", String.valueOf(it.id()), "text", it.masked().text()))
            .toList();
    Map<String, String> input =
        Map.of(
            "language", languageName(order.language()),
            "title", order.title(),
            "glossary", glossary(order.glossary(), group),
            "context", again.isEmpty() ? group.get(0).before() : again,
            "blocks",
                blocks.stream().map(JsonText::write).collect(Collectors.joining(",", "[", "]")));
    return tasks.add(
        new Wish(
            "user:" + order.userId(),
            order.channelId(),
            AiTask.NORMAL,
            ModelClass.LARGE,
            AiRequest.ofPrompt(PROMPT, input),
            null,
            PATIENCE));
  }

  private static String languageName(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }

  /** Only the terms that occur. */
  private static String glossary(String glossary, List<Passage> group) {
    return glossary
        .lines()
        .filter(
            line -> {
              String term = line.split("=", 2)[0].strip();
              return !term.isEmpty()
                  && group.stream().anyMatch(it -> it.masked().text().contains(term));
            })
        .collect(Collectors.joining("; "));
  }

  private void take(
      TranslationOrder order, List<Passage> group, AiTask task, Map<Integer, String> done) {
    Map<String, String> answers = answers(task);
    for (Passage passage : group) {
      Optional<String> text = checked(passage, answers);
      if (text.isEmpty()) {
        AiTask again =
            ask(order, List.of(passage), "A first answer lost a mark. Keep all of them.");
        text = checked(passage, answers(again));
      }
      text.ifPresent(
          good -> {
            store(order, passage, good, task);
            done.put(passage.id(), good);
          });
    }
  }

  private Map<String, String> answers(AiTask task) {
    AiTask ended = tasks.await(task.caller(), task.traceId(), PATIENCE);
    Map<String, String> answers = new HashMap<>();
    if (ended.status() == AiTask.COMPLETED) {
      for (JsonNode block : parsed(ended.result()).path("blocks")) {
        answers.put(block.path("id").asText(), block.path("text").asText());
      }
    }
    return answers;
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

  private Optional<String> known(TranslationOrder order, Passage passage) {
    return blockDao
        .select(order.channelId(), order.language(), Sha256.of(passage.source()))
        .map(TranslatedBlock::text);
  }

  private void store(TranslationOrder order, Passage passage, String text, AiTask task) {
    blockDao.upsert(
        new TranslatedBlock(
            order.channelId(),
            order.language(),
            Sha256.of(passage.source()),
            text,
            promptVersion,
            tasks.cost(task).models(),
            clock.instant()));
  }

  private static Translation assemble(
      TranslationOrder order,
      TextBlocks source,
      List<Passage> passages,
      Map<Integer, String> done,
      int reused) {
    Map<Integer, String> texts = new HashMap<>();
    done.forEach((id, text) -> texts.put(id - 1, text));
    String title = Optional.ofNullable(texts.remove(-1)).orElse(order.title());
    List<String> left =
        passages.stream()
            .filter(it -> !done.containsKey(it.id()))
            .map(Passage::source)
            .collect(Collectors.toCollection(ArrayList::new));
    String content = source.replace(texts);
    if (!Structure.of(content).equals(Structure.of(order.content()))) {
      // Blocks that are right alone may be wrong together; nothing is better than a broken post.
      throw new IllegalStateException("the translation has another structure than the post");
    }
    return new Translation(title, content, passages.size(), reused, left);
  }
}
