package com.quaily.resource.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.quaily.model.error.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error response.
 *
 * @param code from the registry, never 0
 * @param originCode the number that the original service has for such an error, which its clients
 *     know texts for; omitted when it has none
 * @param field the wire name of the invalid field; omitted when there is none
 * @param data the current state that the request conflicts with; omitted when there is none
 * @param traceId the request id in the server's log; only for server errors
 */
public record ErrorResponse(
    int code,
    String message,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer originCode,
    @JsonInclude(JsonInclude.Include.NON_NULL) String field,
    @JsonInclude(JsonInclude.Include.NON_NULL) Object data,
    @JsonInclude(JsonInclude.Include.NON_NULL) String traceId,
    long ts) {

  public static ErrorResponse of(ErrorCode code, String message) {
    return new ErrorResponse(
        code.number(), message, OriginCodes.of(code).orElse(null), null, null, null, now());
  }

  public ErrorResponse withField(String name) {
    return new ErrorResponse(code, message, originCode, name, data, traceId, ts);
  }

  public ErrorResponse withData(Object state) {
    return new ErrorResponse(code, message, originCode, field, state, traceId, ts);
  }

  public ErrorResponse withTraceId(String id) {
    return new ErrorResponse(code, message, originCode, field, data, id, ts);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
