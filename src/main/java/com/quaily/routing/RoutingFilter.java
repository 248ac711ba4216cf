package com.quaily.routing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stand-in. */
public final class RoutingFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getRequestURI().equals("/healthz") || request.getRequestURI().equals("/")) {
      response.setContentType("text/plain");
      response.getWriter().print("ok");
    } else {
      chain.doFilter(request, response);
    }
  }
}
