package com.quaily.service.ai;

import com.quaily.ai.AiTasks;
import com.quaily.ai.AiTasks.Wish;
import com.quaily.ai.format.FormatFault;
import com.quaily.ai.format.Template;
import com.quaily.ai.proxy.TokenEstimate;
import com.quaily.model.Limits;
import com.quaily.model.ai.AiKey;
import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.service.validation.FieldValidator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** AI tasks of other services. */
public final class AiTaskService {

  /** Longer questions go to a model for texts. */
  private static final int SMALL_TASK_TOKENS = 2_000;

  private static final Set<String> ROLES =
      Set.of(AiMessage.SYSTEM, AiMessage.USER, AiMessage.ASSISTANT);

  private final AiTasks tasks;

  public AiTaskService(AiTasks tasks) {
    this.tasks = tasks;
  }

  /**
   * Adds a task.
   *
   * @param idempotencyKey joins equal calls; may be null
   * @throws InvalidException naming the field
   */
  public AiTask add(AiKey key, AiRequest request, String idempotencyKey) {
    check(request);
    String joined = FieldValidator.line("Idempotency-Key", idempotencyKey, Limits.NAME);
    ModelClass modelClass =
        TokenEstimate.of(request.messages()) <= SMALL_TASK_TOKENS
            ? ModelClass.SMALL
            : ModelClass.LARGE;
    return tasks.add(
        new Wish(
            key.caller(),
            null,
            AiTask.NORMAL,
            modelClass,
            request,
            joined.isEmpty() ? null : joined,
            null));
  }

  private static void check(AiRequest request) {
    List<AiMessage> messages = request.messages();
    require(
        !messages.isEmpty() && messages.size() <= Limits.AI_MESSAGES,
        "messages",
        "must have 1 to " + Limits.AI_MESSAGES + " messages");
    require(
        messages.stream().allMatch(message -> ROLES.contains(message.role())),
        "messages.role",
        "must be system, user or assistant");
    require(
        messages.stream().noneMatch(message -> message.content().isBlank()),
        "messages.content",
        "must not be empty");
    require(
        messages.stream().anyMatch(message -> message.role().equals(AiMessage.USER)),
        "messages",
        "must have a message with the role user");
    int characters = messages.stream().mapToInt(message -> message.content().length()).sum();
    if (characters > Limits.CONTENT) {
      throw new InvalidException(
          ErrorCode.FIELD_TOO_LONG,
          "messages",
          "must have at most " + Limits.CONTENT + " characters together");
    }
    checkTemplate(request);
  }

  private static void checkTemplate(AiRequest request) {
    if (request.format() != AnswerFormat.JSON || request.template().isBlank()) {
      return;
    }
    try {
      Template.parse(request.template());
    } catch (FormatFault e) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "params.format_template", e.getMessage());
    }
  }

  private static void require(boolean condition, String field, String message) {
    if (!condition) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, field, message);
    }
  }

  /**
   * A task of this key, after it has ended or the time is over.
   *
   * @param traceId as it was given
   * @throws NotFoundException when the key has no such task
   */
  public AiTask await(AiKey key, String traceId, Duration most) {
    try {
      return tasks.await(key.caller(), UUID.fromString(traceId == null ? "" : traceId), most);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(ErrorCode.AI_TASK_NOT_FOUND);
    }
  }

  /** Number of tasks that wait for a proxy. */
  public long pending() {
    return tasks.pending();
  }
}
