package com.quaily.service.composer;

import com.quaily.dao.ComposerTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Database;
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

/** What writers may ask the composer for. */
public final class ComposerService {

  private static final List<String> METADATA = List.of("slug", "summary", "tags");
  private static final int TASKS_KEPT = 100;

  private final Database database;
  private final ComposerTaskDao taskDao;
  private final PostDao postDao;
  private final LocalComposer composer;
  private final Clock clock;

  public ComposerService(Database database, LocalComposer composer, Clock clock) {
    this.database = database;
    this.taskDao = database.dao(ComposerTaskDao.class);
    this.postDao = database.dao(PostDao.class);
    this.composer = composer;
    this.clock = clock;
  }

  /**
   * Slug, summary and tags of a text, or those of them that are asked for. The slug is free in
   * every channel that the caller writes for: clients save with it as if their writer had named it.
   *
   * @param includes names separated by commas; null or empty = all
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

  /** The text as a thread of short notes. */
  public List<String> tweets(String title, String content) {
    Draft draft = Draft.of(title, content);
    return composer.tweets(draft.title(), draft.content());
  }

  /**
   * Does what is asked for and keeps the result for its asker.
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
    return database.inTransaction(
        () -> {
          ComposerTask kept = taskDao.insert(done);
          taskDao.deleteBeyond(caller.userId(), TASKS_KEPT);
          return kept;
        });
  }

  /**
   * A task of the caller.
   *
   * @throws NotFoundException when they have none of this id
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
            ErrorCode.INVALID_FIELD, "includes", "may name " + String.join(", ", METADATA));
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
            ErrorCode.MISSING_FIELD, "content", "must not be empty, unless there is a title");
      }
      return new Draft(line, text);
    }
  }
}
