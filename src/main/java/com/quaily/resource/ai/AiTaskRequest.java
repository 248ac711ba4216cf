package com.quaily.resource.ai;

import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiRequest.Preference;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as other services write it.
 *
 * @param params may be left out
 */
public record AiTaskRequest(@Nullable List<Message> messages, @Nullable Params params) {

  private static final int MAX_OUTPUT_TOKENS = 4_000;

  /**
   * A message.
   *
   * @param role system, user or assistant
   * @param enableCache whether the provider should keep what it has processed up to here
   */
  public record Message(
      @Nullable String role, @Nullable String content, @Nullable Boolean enableCache) {}

  /**
   * How the answer should be.
   *
   * @param format plaintext, json or yaml
   * @param formatTemplate for json: a JSON Schema or an example
   */
  public record Params(
      @Nullable String format,
      @Nullable String formatTemplate,
      @Nullable Search search,
      @Nullable Conditions conditions) {}

  /** A search in the web before the answer; not available. */
  public record Search(
      @Nullable Boolean enabled, @Nullable Integer limit, @Nullable String engine) {}

  /** Proxies that come first if they can do the task. */
  public record Conditions(
      @Nullable String preferredProvider,
      @Nullable String preferredModel,
      @Nullable String preferredProxy) {}

  AiRequest toRequest() {
    Params given = params == null ? new Params(null, null, null, null) : params;
    if (given.search() != null && Boolean.TRUE.equals(given.search().enabled())) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "params.search.enabled", "must be false: there is no search");
    }
    List<Message> said = messages == null ? List.of() : messages;
    return new AiRequest(
        said.stream().filter(Objects::nonNull).map(AiTaskRequest::message).toList(),
        "",
        Map.of(),
        format(given.format()),
        text(given.formatTemplate()),
        preference(given.conditions()),
        MAX_OUTPUT_TOKENS);
  }

  private static AiMessage message(Message message) {
    return new AiMessage(
        text(message.role()), text(message.content()), Boolean.TRUE.equals(message.enableCache()));
  }

  private static Preference preference(@Nullable Conditions wish) {
    return wish == null
        ? Preference.NONE
        : new Preference(
            text(wish.preferredProvider()),
            text(wish.preferredModel()),
            text(wish.preferredProxy()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static AnswerFormat format(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return AnswerFormat.PLAINTEXT;
    }
    try {
      return AnswerFormat.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "params.format", "must be plaintext, json or yaml");
    }
  }
}
