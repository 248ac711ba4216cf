package com.quaily.resource.filter;

import com.quaily.model.LogKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Gives every request an id: the one set by a proxy, or a new one. Every log line of the request
 * and the response header {@code X-Request-Id} contain it.
 */
public final class RequestIdFilter extends HttpFilter {

  /** The MDC key of the request id. */
  public static final String MDC_KEY = LogKeys.REQUEST;

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "X-Request-Id";
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String given = request.getHeader(HEADER);
    String id =
        given != null && ACCEPTABLE.matcher(given).matches()
            ? given
            : UUID.randomUUID().toString().replace("-", "");
    MDC.put(MDC_KEY, id);
    response.setHeader(HEADER, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(LogKeys.REQUEST);
      MDC.remove(LogKeys.USER);
      MDC.remove(LogKeys.CHANNEL);
    }
  }
}
