package com.quaily.resource.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.JsonText;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiTask;
import com.quaily.resource.ai.AiTaskRequest.Conditions;
import com.quaily.resource.ai.AiTaskRequest.Message;
import com.quaily.resource.ai.AiTaskRequest.Params;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as other services read it.
 *
 * @param proxyId name of the proxy that does or did it
 * @param action chat
 * @param result with the format plaintext {@code {"response": {"text", "json": null}}}, with json
 *     the object itself, with yaml {@code {"yaml": …}}; null until completed
 * @param status 1 pending, 2 running, 3 completed, 4 failed
 * @param scheduledAt when it is, or was, to be given to a proxy
 * @param costTime milliseconds from the call to the end, or until now
 * @param pendingCount number of tasks that wait
 */
public record AiTaskView(
    long id,
    @Nullable String proxyId,
    String action,
    List<Message> messages,
    Params params,
    @Schema(implementation = Object.class) @Nullable JsonNode result,
    int status,
    UUID traceId,
    Instant scheduledAt,
    long costTime,
    @Nullable Integer errorCode,
    @Nullable String errorMessage,
    Instant createdAt,
    Instant updatedAt,
    long pendingCount) {

  static AiTaskView of(AiTask task, long pending) {
    AiRequest request = task.parsedRequest();
    Instant end = task.hasEnded() ? task.updatedAt() : Instant.now();
    return new AiTaskView(
        task.id(),
        task.proxy(),
        task.kind(),
        request.messages().stream()
            .map(message -> new Message(message.role(), message.content(), message.cached()))
            .toList(),
        params(request),
        result(task),
        Math.min(task.status(), AiTask.FAILED),
        task.traceId(),
        task.dueAt(),
        Duration.between(task.createdAt(), end).toMillis(),
        task.errorCode(),
        task.errorMessage(),
        task.createdAt(),
        task.updatedAt(),
        pending);
  }

  private static Params params(AiRequest request) {
    AiRequest.Preference wish = request.preference();
    return new Params(
        request.format().wireName(),
        request.template(),
        null,
        new Conditions(wish.provider(), wish.model(), wish.proxy()));
  }

  private static @Nullable JsonNode result(AiTask task) {
    try {
      return task.result() == null ? null : JsonText.reader().readTree(task.result());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored result cannot be read", e);
    }
  }
}
