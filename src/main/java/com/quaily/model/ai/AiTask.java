package com.quaily.model.ai;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task for a model, as stored.
 *
 * @param caller whose budget and turn it is: {@code key:ID}, {@code user:ID} or {@code channel:ID}
 * @param channelId the channel whose text it is about
 * @param kind for statistics: chat or the name of a prompt
 * @param priority one of the constants; lower is earlier
 * @param request {@link AiRequest} in JSON
 * @param inputTokens estimated
 * @param outputTokens limit
 * @param attempts number of the current or last attempt; every write of an attempt names it
 * @param step index of the prompt's step
 * @param progress results of earlier steps by name
 * @param partial what the running attempt has received so far
 * @param result JSON; null until completed
 */
public record AiTask(
    long id,
    UUID traceId,
    String caller,
    @Nullable Long channelId,
    String kind,
    int priority,
    ModelClass modelClass,
    String request,
    int inputTokens,
    int outputTokens,
    int status,
    int attempts,
    int step,
    Map<String, Object> progress,
    @Nullable String proxy,
    @Nullable String partial,
    @Nullable String result,
    @Nullable Integer errorCode,
    @Nullable String errorMessage,
    Instant dueAt,
    Instant deadline,
    Instant createdAt,
    Instant updatedAt) {

  public static final int PENDING = 1;
  public static final int RUNNING = 2;
  public static final int COMPLETED = 3;
  public static final int FAILED = 4;
  public static final int CANCELLED = 5;

  /** Somebody waits for the answer. */
  public static final int INTERACTIVE = 0;

  public static final int NORMAL = 1;

  /** Nobody waits for the answer. */
  public static final int BATCH = 2;

  /** Whether nothing more happens to it. */
  public boolean hasEnded() {
    return status > RUNNING;
  }

  /** What it asks for. */
  public AiRequest parsedRequest() {
    return AiRequest.parse(request);
  }
}
