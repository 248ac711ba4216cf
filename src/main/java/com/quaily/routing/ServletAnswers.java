package com.quaily.routing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.quaily.model.error.ErrorCode;
import com.quaily.routing.cache.PageResponse;
import com.quaily.routing.http.Header;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;

/** Writes responses to a servlet container. */
final class ServletAnswers {

  private static final JsonFactory JSON = new JsonFactory();

  private ServletAnswers() {}

  /** Sends a page, without its body for HEAD requests. */
  static void send(PageResponse page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(page.status());
    for (Header header : page.headers()) {
      // No header was set before, so adding is enough.
      response.addHeader(header.name(), header.value());
    }
    if (page.status() == HttpServletResponse.SC_NOT_MODIFIED) {
      // Before the end, or the container adds “Content-Length: 0”, which is not the page's length.
      response.flushBuffer();
    } else if (!request.getMethod().equals("HEAD") && page.length() > 0) {
      response.getOutputStream().write(page.body());
    }
  }

  /** Sends an error in the format of the API. */
  static void sendError(HttpServletResponse response, int status, ErrorCode code)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeNumberField("code", code.number());
      json.writeStringField("message", code.message());
      json.writeNumberField("ts", Instant.now().getEpochSecond());
      json.writeEndObject();
    }
    response.setStatus(status);
    response.setContentType("application/json;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    if (status >= 502) {
      response.setHeader("Retry-After", "5");
    }
    response.setContentLength(body.size());
    body.writeTo(response.getOutputStream());
  }
}
