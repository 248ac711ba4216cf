package com.quaily.resource;

import com.quaily.model.error.ErrorCode;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * The API as a servlet. The container creates this object, so it takes the application from the
 * servlet context. An instance without the role {@code api} has none and responds with an error.
 */
public final class ApiServlet extends HttpServlet {

  /** Servlet context attribute with the {@link ApiApplication}. */
  public static final String APPLICATION = "com.quaily.resource.ApiApplication";

  private static final long serialVersionUID = 1L;

  private transient ServletContainer jersey;

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    if (getServletContext().getAttribute(APPLICATION) instanceof ApiApplication application) {
      jersey = new ServletContainer(application);
      jersey.init(config);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (jersey != null) {
      jersey.service(request, response);
      return;
    }
    ErrorCode code = ErrorCode.UPSTREAM_UNAVAILABLE;
    String body =
        "{\"code\":%d,\"message\":\"This instance does not serve the API.\",\"ts\":%d}"
            .formatted(code.number(), System.currentTimeMillis() / 1000);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json; charset=utf-8");
    response.setHeader("Retry-After", "5");
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void destroy() {
    if (jersey != null) {
      jersey.destroy();
    }
  }
}
