package com.quaily.resource.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.quaily.model.error.ErrorCode;
import java.time.Instant;

/**
 * The body of every answer that failed.
 *
 * @param code of the registry, never 0
 * @param field the wire name of the field at fault; left out when there is none
 * @param data the state that the request collided with; left out when there is none
 * @param traceId names the line of the server's log; left out unless the fault is ours
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
