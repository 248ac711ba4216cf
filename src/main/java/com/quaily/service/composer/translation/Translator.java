package com.quaily.service.composer.translation;

import com.quaily.ai.AiTasks;
import com.quaily.dao.TranslatedBlockDao;
import com.quaily.model.Sha256;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.TaskCost;
import com.quaily.model.composer.TranslatedBlock;
import com.quaily.page.markdown.Structure;
import com.quaily.page.markdown.TextBlocks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Translates a post by blocks. Blocks that were translated before are taken as they are; models are
 * asked about the others.
 */
public final class Translator {

  /** Name of the prompt. */
  public static final String PROMPT = "translate";

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

  /** Name and version of the prompt. */
  public String promptVersion() {
    return promptVersion;
  }

  /**
   * Translates a post.
   *
   * @param progress takes the number of finished blocks and of all; false = stop
   * @throws TranslationStopped when progress says so
   */
  public Translation translate(TranslationSource source, BiPredicate<Integer, Integer> progress) {
    TextBlocks blocks = TextBlocks.of(source.content());
    List<Passage> passages = Passage.of(source, blocks);
    Texts texts = new Texts(new HashMap<>(), new HashMap<>());
    List<Passage> open = new ArrayList<>();
    for (Passage passage : passages) {
      if (!isKnown(source, passage, texts)) {
        open.add(passage);
      }
    }
    int reused = texts.count();
    TranslationRun run =
        new TranslationRun(tasks, source, () -> progress.test(texts.count(), passages.size()));
    run.translate(
        open,
        (passage, text, task) -> {
          store(source, passage, text, task);
          texts.made().put(passage.id(), text);
        });
    return assemble(source, blocks, passages, texts, reused, run.cost());
  }

  /**
   * Translated passages by their ids.
   *
   * @param made by a model, now or before
   * @param kept as their writers left them; their structure may be another one
   */
  private record Texts(Map<Integer, String> made, Map<Integer, String> kept) {

    int count() {
      return made.size() + kept.size();
    }

    Optional<String> get(int id) {
      return Optional.ofNullable(kept.getOrDefault(id, made.get(id)));
    }

    /** Those of the content by the index of their block. */
    static Map<Integer, String> ofBlocks(Map<Integer, String> texts) {
      return texts.entrySet().stream()
          .filter(text -> text.getKey() >= Passage.FIRST_BLOCK)
          .collect(
              Collectors.toMap(text -> text.getKey() - Passage.FIRST_BLOCK, Map.Entry::getValue));
    }
  }

  private boolean isKnown(TranslationSource source, Passage passage, Texts texts) {
    byte[] hash = Sha256.of(passage.source());
    String kept = source.kept().get(HexFormat.of().formatHex(hash));
    if (kept != null) {
      texts.kept().put(passage.id(), kept);
      return true;
    }
    Optional<TranslatedBlock> known = blockDao.select(source.channelId(), source.language(), hash);
    known.ifPresent(block -> texts.made().put(passage.id(), block.text()));
    return known.isPresent();
  }

  private void store(TranslationSource source, Passage passage, String text, AiTask task) {
    blockDao.upsert(
        new TranslatedBlock(
            source.channelId(),
            source.language(),
            Sha256.of(passage.source()),
            text,
            promptVersion,
            tasks.cost(task).models(),
            clock.instant()));
  }

  private static Translation assemble(
      TranslationSource source,
      TextBlocks blocks,
      List<Passage> passages,
      Texts texts,
      int reused,
      TaskCost cost) {
    Map<Integer, String> replaced = new HashMap<>(Texts.ofBlocks(texts.made()));
    if (!Structure.of(blocks.replace(replaced)).equals(Structure.of(source.content()))) {
      // Blocks that are right alone may be wrong together; nothing is better than a broken post.
      throw new IllegalStateException("the translation has another structure than the post");
    }
    replaced.putAll(Texts.ofBlocks(texts.kept()));
    List<String> left =
        passages.stream().filter(it -> texts.get(it.id()).isEmpty()).map(Passage::source).toList();
    return new Translation(
        texts.get(Passage.TITLE).orElse(source.title()),
        texts.get(Passage.SUMMARY).orElse(source.summary()),
        blocks.replace(replaced),
        passages.size(),
        reused,
        left,
        cost);
  }
}
