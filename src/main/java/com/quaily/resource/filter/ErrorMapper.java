package com.quaily.resource.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.quaily.metrics.ErrorReports;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.QuailyException;
import com.quaily.model.error.TooManyException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.model.error.UnavailableException;
import com.quaily.resource.api.ErrorResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.CharConversionException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The only place that maps exceptions to HTTP status codes. */
public final class ErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
  private static final int RETRY_AFTER_SECONDS = 5;

  private final ConflictData failureData;
  private final ErrorReports reports;

  public ErrorMapper(ConflictData failureData, ErrorReports reports) {
    this.failureData = failureData;
    this.reports = reports;
  }

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof QuailyException ours) {
      return ours(ours);
    }
    if (failure instanceof WebApplicationException web) {
      return ownCause(web).map(this::ours).orElseGet(() -> web(web));
    }
    if (failure instanceof JsonProcessingException json) {
      return json(json);
    }
    if (failure instanceof CharConversionException) {
      return answer(
          400, ErrorResponse.of(ErrorCode.INVALID_ENCODING, ErrorCode.INVALID_ENCODING.message()));
    }
    if (isDisconnect(failure)) {
      LOG.debug("the client has disconnected", failure);
      return answer(400, ErrorResponse.of(ErrorCode.BAD_REQUEST, ErrorCode.BAD_REQUEST.message()));
    }
    return ownCause(failure).map(this::ours).orElseGet(() -> internal(failure));
  }

  private Response ours(QuailyException failure) {
    ErrorResponse body = ErrorResponse.of(failure.code(), failure.getMessage());
    if (failure instanceof InvalidException invalid) {
      return answer(invalidStatus(invalid), invalid.field().map(body::withField).orElse(body));
    }
    if (failure instanceof ConflictException conflict) {
      return answer(
          409, conflict.current().map(failureData::view).map(body::withData).orElse(body));
    }
    if (failure instanceof TooManyException tooMany) {
      return builder(429, body).header("Retry-After", seconds(tooMany.retryAfter())).build();
    }
    if (failure instanceof UnavailableException) {
      // Without the stack: during an outage every request comes here.
      LOG.warn("unavailable: {} {}", failure.getMessage(), rootCause(failure));
      LOG.debug("unavailable", failure);
      return builder(503, body).header("Retry-After", RETRY_AFTER_SECONDS).build();
    }
    if (failure instanceof UnauthorizedException) {
      return builder(401, body).header("WWW-Authenticate", "Bearer").build();
    }
    return answer(status(failure), body);
  }

  private static String rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == failure ? "" : "(" + cause + ")";
  }

  /** Seconds until a retry makes sense, rounded up. */
  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  private static int status(QuailyException failure) {
    if (failure instanceof NotFoundException) {
      return 404;
    }
    return failure instanceof ForbiddenException ? 403 : 500;
  }

  private static int invalidStatus(InvalidException failure) {
    return switch (failure.code()) {
      case BODY_TOO_LARGE, ATTACHMENT_TOO_LARGE, ATTACHMENT_TOO_MANY_PIXELS -> 413;
      case BODY_TOO_SLOW -> 408;
      case UNSUPPORTED_MEDIA_TYPE, ATTACHMENT_UNSUPPORTED -> 415;
      case BAD_REQUEST,
          MALFORMED_JSON,
          INVALID_ENCODING,
          BODY_REQUIRED,
          WRONG_CODE,
          GRANT_REFUSED,
          GRANT_TYPE_UNSUPPORTED ->
          400;
      default -> 422;
    };
  }

  /** Whether the client ended the connection in the middle of its request. */
  private static boolean isDisconnect(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException
          || cause instanceof ClosedChannelException
          || (cause instanceof SocketException && !(cause instanceof ConnectException))) {
        return true;
      }
    }
    return false;
  }

  /** The exception of a parameter type or of the body, before others wrapped it. */
  private static Optional<QuailyException> ownCause(Throwable failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof QuailyException ours) {
        return Optional.of(ours);
      }
    }
    return Optional.empty();
  }

  private Response web(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    ErrorCode code =
        switch (status) {
          case 404 -> ErrorCode.NO_SUCH_ENDPOINT;
          case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
          case 406 -> ErrorCode.NOT_ACCEPTABLE;
          case 413 -> ErrorCode.BODY_TOO_LARGE;
          case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
          case 501 -> ErrorCode.NOT_IMPLEMENTED;
          default -> status >= 500 ? ErrorCode.INTERNAL : ErrorCode.BAD_REQUEST;
        };
    if (code == ErrorCode.INTERNAL) {
      return internal(failure);
    }
    ResponseBuilder answer = builder(status, ErrorResponse.of(code, code.message()));
    String allow = failure.getResponse().getHeaderString("Allow");
    return (allow == null ? answer : answer.header("Allow", allow)).build();
  }

  private static Response json(JsonProcessingException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidException invalid) {
        ErrorResponse body = ErrorResponse.of(invalid.code(), invalid.getMessage());
        return answer(invalidStatus(invalid), invalid.field().map(body::withField).orElse(body));
      }
      if (cause instanceof CharConversionException) {
        return answer(
            400,
            ErrorResponse.of(ErrorCode.INVALID_ENCODING, ErrorCode.INVALID_ENCODING.message()));
      }
    }
    if (failure instanceof StreamConstraintsException
        || failure.getCause() instanceof StreamConstraintsException) {
      return answer(
          400, ErrorResponse.of(ErrorCode.TOO_DEEPLY_NESTED, failure.getOriginalMessage()));
    }
    if (isAboutEncoding(failure)) {
      ErrorResponse body =
          ErrorResponse.of(ErrorCode.INVALID_ENCODING, ErrorCode.INVALID_ENCODING.message());
      return answer(400, field(failure).map(body::withField).orElse(body));
    }
    if (field(failure).isPresent()) {
      String field = field(failure).get();
      return answer(
          422,
          ErrorResponse.of(
                  ErrorCode.INVALID_FIELD, field + ": the value has the wrong type or format")
              .withField(field));
    }
    return answer(400, ErrorResponse.of(ErrorCode.MALFORMED_JSON, where(failure)));
  }

  /** The parser reports invalid UTF-8 and unpaired surrogates only in its message. */
  private static boolean isAboutEncoding(JsonProcessingException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StreamReadException) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("UTF-8") || message.contains("surrogate");
      }
    }
    return false;
  }

  private static Optional<String> field(JsonProcessingException failure) {
    return failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? Optional.of(path(mapping))
        : Optional.empty();
  }

  private static String path(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            reference ->
                reference.getFieldName() == null
                    ? String.valueOf(reference.getIndex())
                    : reference.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String where(JsonProcessingException failure) {
    return failure.getLocation() == null
        ? ErrorCode.MALFORMED_JSON.message()
        : "The body is not valid JSON at line "
            + failure.getLocation().getLineNr()
            + ", column "
            + failure.getLocation().getColumnNr()
            + ".";
  }

  private Response internal(Throwable failure) {
    String traceId = MDC.get(RequestIdFilter.MDC_KEY);
    LOG.error("request failed", failure);
    reports.report(failure, "api");
    return answer(
        500,
        ErrorResponse.of(ErrorCode.INTERNAL, ErrorCode.INTERNAL.message()).withTraceId(traceId));
  }

  private static Response answer(int status, ErrorResponse body) {
    return builder(status, body).build();
  }

  private static ResponseBuilder builder(int status, ErrorResponse body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
  }
}
