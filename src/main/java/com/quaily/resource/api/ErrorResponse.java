package com.quaily.resource.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.quaily.model.error.ErrorCode;
import java.time.Instant;

/**
 * The body of every error response.
 *
 * @param code from the registry, never 0
 * @param field the wire name of the invalid field; omitted when there is none
 * @param data the current state that the request conflicts with; omitted when there is none
 * @param traceId the request id in the server's log; only for server errors
 */
public record ErrorResponse(
    int code,
    String message,
    @JsonInclude(JsonInclude.Include.NON_NULL) String field,
    @JsonInclude(JsonInclude.Include.NON_NULL) Object data,
    @JsonInclude(JsonInclude.Include.NON_NULL) String traceId,
    long ts) {

  public static ErrorResponse of(ErrorCode code, String message) {
    return new ErrorResponse(code.number(), message, null, null, null, now());
  }

  public ErrorResponse withField(String name) {
    return new ErrorResponse(code, message, name, data, traceId, ts);
  }

  public ErrorResponse withData(Object state) {
    return new ErrorResponse(code, message, field, state, traceId, ts);
  }

  public ErrorResponse withTraceId(String id) {
    return new ErrorResponse(code, message, field, data, id, ts);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
