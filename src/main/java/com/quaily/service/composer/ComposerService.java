package com.quaily.service.composer;

import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.FreeSlug;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The composer for writers. */
public final class ComposerService {

  private static final List<String> METADATA = List.of("slug", "summary", "tags");
  private static final int TASKS_KEPT = 100;

  private final Transactions transactions;
  private final ComposerTaskDao taskDao;
  private final PostDao postDao;
  private final LocalComposer composer;
  private final Clock clock;

  public ComposerService(
      Transactions transactions,
      ComposerTaskDao taskDao,
      PostDao postDao,
      LocalComposer composer,
      Clock clock) {
    this.transactions = transactions;
    this.taskDao = taskDao;
    this.postDao = postDao;
    this.composer = composer;
    this.clock = clock;
  }

  /**
   * Slug, summary and tags of a text, or only those requested. The slug is free in every channel
   * that the caller writes for, because clients save with it as if the writer had chosen it.
   *
   * @param includes comma-separated names; null or empty = all
   */
  public Map<String, Object> metadata(
      Caller caller, String title, String content, String includes) {
    Draft draft = Draft.of(title, content);
    Map<String, Object> made = new LinkedHashMap<>();
    for (String field : fields(includes)) {
      made.put(field, make(caller, field, draft));
    }
    return made;
  }

  /** The text as a thread of tweets. */
  public List<String> tweets(String title, String content) {
    Draft draft = Draft.of(title, content);
    return composer.tweets(draft.title(), draft.content());
  }

  /**
   * Runs a task and stores the result for the caller.
   *
   * @param type slug, summary, tags, metadata, frontmatter, tweets or generate-tweets
   */
  public ComposerTask run(Caller caller, String type, String title, String content) {
    Map<String, Object> result =
        switch (type.toLowerCase(Locale.ROOT)) {
          case "slug", "summary", "tags" -> metadata(caller, title, content, type);
          case "metadata", "frontmatter" -> metadata(caller, title, content, "");
          case "tweets", "generate-tweets" -> Map.of("tweets", tweets(title, content));
          default ->
              throw new InvalidException(
                  ErrorCode.INVALID_FIELD,
                  "type",
                  "must be slug, summary, tags, metadata, frontmatter or tweets");
        };
    Instant now = clock.instant();
    ComposerTask done =
        new ComposerTask(0, caller.userId(), type, ComposerTask.COMPLETED, result, now, now);
    return transactions.inTransaction(
        () -> {
          ComposerTask kept = taskDao.insert(done);
          taskDao.deleteBeyond(caller.userId(), TASKS_KEPT);
          return kept;
        });
  }

  /**
   * A task of the caller.
   *
   * @throws NotFoundException when they have none with this id
   */
  public ComposerTask get(Caller caller, long id) {
    return taskDao
        .select(caller.userId(), id)
        .orElseThrow(() -> new NotFoundException(ErrorCode.COMPOSER_TASK_NOT_FOUND));
  }

  private Object make(Caller caller, String field, Draft draft) {
    return switch (field) {
      case "slug" -> freeSlug(caller, composer.slug(draft.title(), draft.content()));
      case "summary" -> composer.summary(draft.title(), draft.content());
      default -> String.join(",", composer.tags(draft.title(), draft.content()));
    };
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

  private record Draft(String title, String content) {

    static Draft of(String title, String content) {
      String line = FieldValidator.line("title", title, Limits.TITLE);
      String text = FieldValidator.text("content", content, Limits.CONTENT);
      if (line.isEmpty() && text.isBlank()) {
        throw new InvalidException(
            ErrorCode.MISSING_FIELD, "content", "must not be empty if there is no title");
      }
      return new Draft(line, text);
    }
  }
}
