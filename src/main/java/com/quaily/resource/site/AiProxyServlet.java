package com.quaily.resource.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST /api/ai-proxy/NAME}: runs a call of an AI proxy for the scheduler of another
 * instance. A servlet, so that an instance with nothing but this role needs no database.
 */
public final class AiProxyServlet extends HttpServlet {

  /** Servlet context attribute with {@link Calls}; an instance without the role has none. */
  public static final String CALLS = "com.quaily.resource.aiProxyCalls";

  private static final long serialVersionUID = 1L;
  private static final String KEY = "X-Quaily-Proxy-Key";

  /** Runs calls. */
  public interface Calls {

    /** 200 if the call may run, else the status of the refusal. */
    int status(String key, String proxy);

    /** Runs a call and writes events. */
    void run(String proxy, InputStream body, OutputStream out) throws IOException;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    String proxy = path == null ? "" : path.substring(1);
    int status =
        getServletContext().getAttribute(CALLS) instanceof Calls calls
            ? calls.status(request.getHeader(KEY), proxy)
            : HttpServletResponse.SC_NOT_FOUND;
    if (status != HttpServletResponse.SC_OK) {
      response.sendError(status);
      return;
    }
    response.setContentType("text/event-stream; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.flushBuffer();
    ((Calls) getServletContext().getAttribute(CALLS))
        .run(proxy, request.getInputStream(), response.getOutputStream());
  }
}
