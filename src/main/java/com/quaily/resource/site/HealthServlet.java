package com.quaily.resource.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * {@code /healthz}: the program is running. {@code /readyz}: everything that its roles need is
 * reachable; if not, names what is missing.
 */
public final class HealthServlet extends HttpServlet {

  /**
   * Servlet context attribute with a {@code Supplier<Map<String, Boolean>>}: the dependencies by
   * name, and whether each is reachable.
   */
  public static final String READINESS = "com.quaily.resource.readiness";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ready = request.getServletPath().equals("/readyz");
    Map<String, Boolean> parts = ready ? readiness() : Map.of();
    boolean good = parts.values().stream().allMatch(part -> part);
    String details =
        parts.entrySet().stream()
            .map(part -> "\"%s\":%s".formatted(part.getKey(), part.getValue()))
            .collect(Collectors.joining(","));
    response.setStatus(good ? 200 : 503);
    response.setContentType("application/json; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response
        .getOutputStream()
        .write(
            "{\"ok\":%s,\"parts\":{%s}}\n"
                .formatted(good, details)
                .getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // the attribute's type is part of its contract
  private Map<String, Boolean> readiness() {
    Object supplier = getServletContext().getAttribute(READINESS);
    return supplier == null
        ? Map.of("started", false)
        : ((Supplier<Map<String, Boolean>>) supplier).get();
  }
}
