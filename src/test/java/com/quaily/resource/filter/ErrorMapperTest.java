package com.quaily.resource.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.quaily.metrics.ErrorReports;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.resource.api.ErrorResponse;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ErrorMapperTest {

  private final ErrorMapper underTest =
      new ErrorMapper(new ConflictData(null), new ErrorReports(Optional.empty()));

  @AfterEach
  void forgetTheRequest() {
    MDC.clear();
  }

  @Test
  void aServerErrorShowsOnlyATraceId() {
    MDC.put(RequestIdFilter.MDC_KEY, "request-1");

    Response response = underTest.toResponse(new IllegalStateException("secret detail"));

    ErrorResponse failure = (ErrorResponse) response.getEntity();
    assertEquals(500, response.getStatus());
    assertEquals(ErrorCode.INTERNAL.number(), failure.code());
    assertEquals("request-1", failure.traceId());
    assertFalse(failure.message().contains("secret"));
    assertNull(failure.data());
  }

  @Test
  void frameworkErrorsAreServerErrors() {
    Response response = underTest.toResponse(new InternalServerErrorException("secret detail"));

    assertEquals(500, response.getStatus());
    assertFalse(((ErrorResponse) response.getEntity()).message().contains("secret"));
  }

  @Test
  void temporaryFailuresAreRetried() {
    Response response =
        underTest.toResponse(
            new UnavailableException(
                ErrorCode.STORAGE_UNAVAILABLE, new IOException("10.0.0.7 refused")));

    assertEquals(503, response.getStatus());
    assertEquals("5", response.getHeaderString("Retry-After"));
    assertFalse(((ErrorResponse) response.getEntity()).message().contains("10.0.0.7"));
  }
}
