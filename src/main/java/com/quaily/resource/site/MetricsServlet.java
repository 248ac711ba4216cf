package com.quaily.resource.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /metrics}: the figures of this process for Prometheus. Only for holders of the configured
 * token and, without one, for programs on this machine.
 */
public final class MetricsServlet extends HttpServlet {

  /** Servlet context attribute with the {@link Source}. */
  public static final String SOURCE = "com.quaily.resource.metrics";

  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  /** A proxy on this machine sets one of these; its clients are not on this machine. */
  private static final List<String> FORWARDING =
      List.of("X-Forwarded-For", "X-Real-IP", "Forwarded");

  /**
   * Where the figures come from.
   *
   * @param token empty = only programs on this machine may ask
   * @param scrape the figures in Prometheus' text format
   */
  public record Source(String token, Supplier<String> scrape) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (!(getServletContext().getAttribute(SOURCE) instanceof Source source)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!mayRead(request, source.token())) {
      response.setHeader("WWW-Authenticate", "Bearer");
      answer(
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          "The figures are for this machine, and for holders of metrics.token.\n");
    } else {
      answer(response, HttpServletResponse.SC_OK, source.scrape().get());
    }
  }

  private static boolean mayRead(HttpServletRequest request, String token) {
    String given = request.getHeader("Authorization");
    if (!token.isEmpty()) {
      return given != null
          && MessageDigest.isEqual(
              given.getBytes(StandardCharsets.UTF_8),
              (BEARER + token).getBytes(StandardCharsets.UTF_8));
    }
    return FORWARDING.stream().allMatch(name -> request.getHeader(name) == null)
        && isLoopback(request.getRemoteAddr());
  }

  private static boolean isLoopback(String address) {
    try {
      // A literal address: no name server is asked.
      return InetAddress.getByName(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IOException e) {
      return false;
    }
  }

  private static void answer(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain; version=0.0.4; charset=utf-8");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
