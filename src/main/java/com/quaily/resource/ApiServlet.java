package com.quaily.resource;

import jakarta.servlet.http.HttpServlet;

/** Stand-in. */
public final class ApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
}
