package com.quaily.dao;

import com.quaily.model.comment.CommentChoice;
import com.quaily.model.delivery.MailingKind;
import com.quaily.model.delivery.MessageState;
import com.quaily.model.delivery.SocialService;
import com.quaily.model.post.PostChoice;
import com.quaily.model.subscription.Plans;
import com.quaily.model.subscription.SuppressionReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The arguments of statements when their plans are checked. */
public final class QueryArguments {

  /** One of twenty-five channels that share half of the posts. */
  private static final long CHANNEL = 8;

  /** The channel that has the other half. */
  private static final long LARGE_CHANNEL = 1;

  /** A channel with hardly anything in it. */
  private static final long SMALL_CHANNEL = 60;

  private static final Instant MOMENT = Instant.parse("2026-01-01T00:00:00Z");

  private static final Map<String, List<Object>> BY_NAME =
      Map.ofEntries(
          Map.entry("action", List.of("CONSUME")),
          Map.entry("caller", List.of("user:7")),
          Map.entry("before", List.of(MOMENT)),
          Map.entry(
              "channel",
              List.of(Map.of("id", CHANNEL, "updatedAt", MOMENT, "customDomainEnabled", false))),
          Map.entry("beforeId", List.of(Long.MAX_VALUE, 15_000L)),
          Map.entry("checksum", List.of("7")),
          Map.entry("choice", List.copyOf(EnumSet.allOf(CommentChoice.class))),
          Map.entry("code", List.of("c7")),
          Map.entry("depth", List.of(1_000)),
          Map.entry("domain", List.of("7.example")),
          Map.entry("domains", List.of(20)),
          Map.entry("email", List.of("reader-7@example.com")),
          Map.entry("emailStart", List.of("", "reader-77")),
          Map.entry("emails", List.of(List.of("reader-7@example.com"))),
          Map.entry("end", List.of(LocalDate.of(2026, 1, 8))),
          Map.entry("except", List.of(List.of(8L))),
          Map.entry("failures", List.of(0, 5)),
          Map.entry("first", List.of(LocalDate.of(2026, 1, 1), 33)),
          Map.entry("folder", List.of("pages/channel-8/p/")),
          Map.entry("hashIds", List.of(List.of("7"))),
          Map.entry("idempotencyKey", List.of("key-7")),
          Map.entry("key", List.of("pages/channel-8/p/post-7.html")),
          Map.entry("keys", List.of(List.of("pages/channel-8/p/post-7.html"))),
          Map.entry("kind", List.of("render", MailingKind.DIGEST)),
          Map.entry("lang", List.of("", "en")),
          Map.entry("last", List.of(LocalDate.of(2026, 1, 7), 64)),
          Map.entry("language", List.of("en")),
          Map.entry("largest", List.of(32)),
          Map.entry("limit", List.of(16)),
          Map.entry("listPage", List.of(40)),
          Map.entry(
              "mail",
              List.of(
                  Map.of(
                      "id",
                      7L,
                      "channelId",
                      CHANNEL,
                      "days",
                      3,
                      "title",
                      "",
                      "content",
                      "",
                      "createdAt",
                      MOMENT,
                      "updatedAt",
                      MOMENT))),
          Map.entry("model", List.of("bge")),
          Map.entry("name", List.of("task-1")),
          Map.entry("note", List.of("")),
          Map.entry("newest", List.of(100)),
          Map.entry("offset", List.of(16)),
          Map.entry("oldSlug", List.of("old-7")),
          Map.entry("oldest", List.of(20)),
          Map.entry("paidFolder", List.of("paid/channel-8/")),
          Map.entry("pathname", List.of("media/7.webp")),
          Map.entry("pathnames", List.of(List.of("media/7.webp"))),
          Map.entry("period", List.of("week")),
          Map.entry("reason", List.of(SuppressionReason.BOUNCED)),
          Map.entry("plans", List.of(Plans.ANY, Plans.FREE, Plans.PAID)),
          Map.entry("place", List.of(Map.of("moment", MOMENT, "id", 7L))),
          Map.entry("post", List.of(Map.of("id", 7L, "updatedAt", MOMENT))),
          Map.entry(
              "preferences",
              List.of(Map.of("cadence", "DAILY", "pausedUntil", MOMENT, "tags", List.of("tag-2")))),
          Map.entry("prefix", List.of("7-")),
          Map.entry("query", List.of("common", "word7")),
          Map.entry(
              "result",
              List.of(
                  Map.of(
                      "taskId",
                      CHANNEL,
                      "userId",
                      9L,
                      "state",
                      "SENT",
                      "fault",
                      "NONE",
                      "reply",
                      "",
                      "transport",
                      "",
                      "attempts",
                      1,
                      "dueAt",
                      MOMENT,
                      "postVersion",
                      MOMENT))),
          Map.entry("scene", List.of("LOGIN")),
          Map.entry("state", List.of(MessageState.FAILED)),
          Map.entry("service", List.of(SocialService.TELEGRAM)),
          Map.entry("scope", List.of("channel:7")),
          Map.entry("slug", List.of("post-7")),
          Map.entry("sourceId", List.of("7")),
          Map.entry("sourceType", List.of("post")),
          Map.entry("subject", List.of("channel-8")),
          Map.entry("tag", List.of("tag-2")),
          Map.entry("title", List.of("title 1234")),
          Map.entry("type", List.of("post.published")),
          Map.entry("worker", List.of("delivery-1")));

  private static final List<Object> FILTERS =
      List.of(
          filter(PostChoice.DRAFT, ""),
          filter(PostChoice.SCHEDULED, ""),
          filter(PostChoice.TRASH, ""),
          filter(PostChoice.ALL, "%heron%"));

  /** Where the same name means something else. */
  private static final Map<String, List<Object>> BY_STATEMENT =
      Map.of(
          "StatisticsDao.selectSources.postId",
          List.of(0L, 7L),
          "StatisticsDao.selectBots.postId",
          List.of(0L, 7L),
          "SearchDao.selectByWords.channelId",
          List.of(0L, CHANNEL),
          "SearchDao.countByWords.channelId",
          List.of(0L, CHANNEL),
          "SearchDao.selectByTitle.channelId",
          List.of(0L, CHANNEL),
          "CommentDao.selectAll.postId",
          List.of(0L, 7L),
          "CommentDao.countAll.postId",
          List.of(0L, 7L),
          "PostDao.selectTranslations.key",
          List.of("key-101"),
          "PostDao.selectVersionsFiltered.filter",
          FILTERS,
          "PostDao.countFiltered.filter",
          FILTERS);

  private QueryArguments() {}

  private static Map<String, Object> filter(PostChoice choice, String pattern) {
    return Map.of("channelId", CHANNEL, "choice", choice, "pattern", pattern);
  }

  /**
   * @param cut whether the statement ends at a limit; then it must do so in a large channel, too
   */
  public static List<Object> of(String statement, String name, Class<?> type, boolean cut) {
    List<Object> own = BY_STATEMENT.get(statement + "." + name);
    if (own != null) {
      return own;
    }
    List<Object> named =
        BY_NAME.getOrDefault(name, List.of()).stream().filter(value -> fits(value, type)).toList();
    if (!named.isEmpty()) {
      return named;
    }
    if (name.equals("channelId")) {
      return cut ? List.of(CHANNEL, SMALL_CHANNEL, LARGE_CHANNEL) : List.of(CHANNEL, SMALL_CHANNEL);
    }
    return byType(statement + "." + name, type);
  }

  private static boolean fits(Object value, Class<?> type) {
    return type == int.class
        ? value instanceof Integer
        : type.isRecord() ? value instanceof Map : type.isInstance(value);
  }

  private static List<Object> byType(String name, Class<?> type) {
    if (type == long.class || type == Long.class) {
      return List.of(CHANNEL);
    }
    if (type == boolean.class) {
      return List.of(true, false);
    }
    if (type == Instant.class) {
      return List.of(MOMENT);
    }
    if (type == UUID.class) {
      return List.of(new UUID(0, 7));
    }
    if (type == byte[].class) {
      return List.of(new byte[32]);
    }
    if (type == List.class) {
      return List.of(List.of(CHANNEL, 9L));
    }
    throw new AssertionError("an argument for " + name + " is needed here");
  }
}
