package com.quaily.service.composer;

import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.validation.FreeSlug;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The composer for writers. */
public final class ComposerService {

  private static final List<String> METADATA = List.of("slug", "summary", "tags");
  private static final int TASKS_KEPT = 100;

  private final Transactions transactions;
  private final ComposerTaskDao taskDao;
  private final PostDao postDao;
  private final Suggestions suggestions;
  private final WritingTasks writing;
  private final Translations translations;
  private final Clock clock;

  public ComposerService(
      Transactions transactions,
      ComposerTaskDao taskDao,
      PostDao postDao,
      LocalComposer composer,
      Assistant assistant,
      Clock clock,
      Translations translations) {
    this.transactions = transactions;
    this.taskDao = taskDao;
    this.postDao = postDao;
    this.suggestions = new Suggestions(composer, assistant);
    this.writing = new WritingTasks(assistant);
    this.translations = translations;
    this.clock = clock;
  }

  /**
   * Slug, summary and tags of a text, or only those requested. The slug is free in every channel
   * that the caller writes for, because clients save with it as if the writer had chosen it.
   *
   * @param text with a title, a content, or both
   * @param includes comma-separated names; null or empty = all
   */
  public Map<String, Object> metadata(Caller caller, WriterText text, String includes) {
    Draft draft = Draft.of(text.title(), text.content());
    Map<String, Object> made =
        new LinkedHashMap<>(suggestions.metadata(caller, text.list(), draft, fields(includes)));
    made.computeIfPresent("slug", (field, slug) -> freeSlug(caller, slug.toString()));
    return made;
  }

  /** The text as a thread of tweets. */
  public List<String> tweets(Caller caller, WriterText text) {
    return suggestions.tweets(caller, text.list(), Draft.of(text.title(), text.content()));
  }

  /**
   * Does a task and stores the result for the caller, or begins one that takes longer.
   *
   * @param type slug, summary, tags, metadata, frontmatter, tweets, generate-tweets; titles,
   *     proofread, draft and translate are only begun
   */
  public ComposerTask run(Caller caller, String type, WriterText text) {
    String name = type.toLowerCase(Locale.ROOT);
    if (WritingTasks.TYPES.contains(name)) {
      UUID traceId = writing.begin(caller, name, text);
      return insert(caller, type, ComposerTask.PENDING, Map.of(), traceId);
    }
    if (name.equals("translate")) {
      return transactions.inTransaction(
          () -> {
            ComposerTask task = insert(caller, type, ComposerTask.PENDING, Map.of(), null);
            translations.begin(caller, task.id(), text);
            return task;
          });
    }
    Map<String, Object> result =
        switch (name) {
          case "slug", "summary", "tags" -> metadata(caller, text, type);
          case "metadata", "frontmatter" -> metadata(caller, text, "");
          case "tweets", "generate-tweets" -> Map.of("tweets", tweets(caller, text));
          default ->
              throw new InvalidException(
                  ErrorCode.INVALID_FIELD,
                  "type",
                  "must be slug, summary, tags, metadata, frontmatter, tweets, titles, proofread,"
                      + " draft or translate");
        };
    return insert(caller, type, ComposerTask.COMPLETED, result, null);
  }

  private ComposerTask insert(
      Caller caller, String type, int status, Map<String, Object> result, UUID traceId) {
    Instant now = clock.instant();
    ComposerTask task =
        new ComposerTask(0, caller.userId(), type, status, result, traceId, now, now);
    return transactions.inTransaction(
        () -> {
          ComposerTask kept = taskDao.insert(task);
          taskDao.deleteBeyond(caller.userId(), TASKS_KEPT);
          return kept;
        });
  }

  private String freeSlug(Caller caller, String wanted) {
    return FreeSlug.of(wanted, slug -> postDao.isSlugKnownToWriter(caller.userId(), slug));
  }

  private static Set<String> fields(String includes) {
    if (includes == null || includes.isBlank()) {
      return new LinkedHashSet<>(METADATA);
    }
    Set<String> fields = new LinkedHashSet<>();
    for (String name : includes.toLowerCase(Locale.ROOT).split(",")) {
      if (!METADATA.contains(name.strip())) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD, "includes", "can contain " + String.join(", ", METADATA));
      }
      fields.add(name.strip());
    }
    return fields;
  }
}
