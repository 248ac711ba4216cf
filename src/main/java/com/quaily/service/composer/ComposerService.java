package com.quaily.service.composer;

import com.quaily.dao.PostDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.composer.SuggestionStore.Source;
import com.quaily.service.composer.Suggestions.Made;
import com.quaily.service.composer.translation.Translator;
import com.quaily.service.validation.FreeSlug;
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

  private final Transactions transactions;
  private final SuggestionStore store;
  private final PostDao postDao;
  private final Suggestions suggestions;
  private final Assistant assistant;
  private final WritingTasks writing;
  private final Translations translations;

  public ComposerService(
      Transactions transactions,
      SuggestionStore store,
      PostDao postDao,
      Suggestions suggestions,
      Assistant assistant,
      WritingTasks writing,
      Translations translations) {
    this.transactions = transactions;
    this.store = store;
    this.postDao = postDao;
    this.suggestions = suggestions;
    this.assistant = assistant;
    this.writing = writing;
    this.translations = translations;
  }

  /**
   * Slug, summary and tags of a text, or only those requested. The slug is free in every channel
   * that the caller writes for, because clients save with it as if the writer had chosen it.
   *
   * @param text with a title, a content, or both
   * @param includes comma-separated names; null or empty = all
   */
  public Map<String, Object> metadata(Caller caller, WriterText text, String includes) {
    return makeMetadata(caller, text, includes).value();
  }

  private Made<Map<String, Object>> makeMetadata(Caller caller, WriterText text, String includes) {
    Draft draft = Draft.of(text.title(), text.content());
    Made<Map<String, String>> made =
        suggestions.metadata(caller, text.list(), draft, fields(includes));
    Map<String, Object> values = new LinkedHashMap<>(made.value());
    values.computeIfPresent("slug", (field, slug) -> freeSlug(caller, slug.toString()));
    return new Made<>(values, made.task());
  }

  /** The text as a thread of tweets. */
  public List<String> tweets(Caller caller, WriterText text) {
    return makeTweets(caller, text).value();
  }

  private Made<List<String>> makeTweets(Caller caller, WriterText text) {
    return suggestions.tweets(caller, text.list(), Draft.of(text.title(), text.content()));
  }

  /**
   * Does a task and stores the result for the caller, or begins one that takes longer.
   *
   * @param type slug, summary, tags, metadata, frontmatter, tweets, generate-tweets; titles,
   *     proofread, draft, alt and translate are only begun
   */
  public ComposerTask run(Caller caller, String type, WriterText text) {
    String name = type.toLowerCase(Locale.ROOT);
    if (WritingTasks.TYPES.contains(name)) {
      UUID traceId = writing.begin(caller, name, text);
      return store.begun(caller, type, traceId, Source.asked(text, name));
    }
    return switch (name) {
      case "translate" ->
          transactions.inTransaction(
              () -> {
                ComposerTask task =
                    store.begun(caller, type, null, Source.asked(text, Translator.PROMPT));
                translations.begin(caller, task.id(), text);
                return task;
              });
      case "slug", "summary", "tags" ->
          done(caller, type, makeMetadata(caller, text, type), text, "metadata");
      case "metadata", "frontmatter" ->
          done(caller, type, makeMetadata(caller, text, ""), text, "metadata");
      case "tweets", "generate-tweets" -> {
        Made<List<String>> made = makeTweets(caller, text);
        Map<String, Object> result = Map.of("tweets", made.value());
        yield done(caller, type, new Made<>(result, made.task()), text, "thread");
      }
      default ->
          throw new InvalidException(
              ErrorCode.INVALID_FIELD,
              "type",
              "must be slug, summary, tags, metadata, frontmatter, tweets, titles, proofread,"
                  + " draft, alt or translate");
    };
  }

  private ComposerTask done(
      Caller caller, String type, Made<Map<String, Object>> made, WriterText text, String prompt) {
    Source source =
        new Source(
            text, made.task().map(task -> prompt), made.task().map(assistant::cost).orElse(null));
    return store.completed(caller, type, made.value(), source);
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
