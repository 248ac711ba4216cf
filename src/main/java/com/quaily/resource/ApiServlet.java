package com.quaily.resource;

import com.quaily.model.error.ErrorCode;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
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
    if (jersey == null) {
      response.setHeader("Retry-After", "5");
      answer(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          ErrorCode.UPSTREAM_UNAVAILABLE,
          "This instance does not serve the API.");
      return;
    }
    jersey.service(isReadable(request) ? request : new UntypedRequest(request), response);
    boolean unexplained =
        response.getStatus() == HttpServletResponse.SC_BAD_REQUEST
            && response.getContentType() == null;
    if (unexplained && !response.isCommitted()) {
      // Jersey does so for headers that it cannot parse.
      ErrorCode code = ErrorCode.BAD_REQUEST;
      answer(response, HttpServletResponse.SC_BAD_REQUEST, code, code.message());
    }
  }

  private static boolean isReadable(HttpServletRequest request) {
    try {
      return request.getContentType() == null
          || MediaType.valueOf(request.getContentType()) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A request whose body has a type that nobody can read. */
  private static final class UntypedRequest extends HttpServletRequestWrapper {

    UntypedRequest(HttpServletRequest request) {
      super(request);
    }

    private static boolean isType(String name) {
      return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name);
    }

    @Override
    public String getContentType() {
      return MediaType.APPLICATION_OCTET_STREAM;
    }

    @Override
    public String getHeader(String name) {
      return isType(name) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isType(name)
          ? Collections.enumeration(List.of(getContentType()))
          : super.getHeaders(name);
    }
  }

  private static void answer(
      HttpServletResponse response, int status, ErrorCode code, String message) throws IOException {
    String body =
        "{\"code\":%d,\"message\":\"%s\",\"ts\":%d}"
            .formatted(code.number(), message, System.currentTimeMillis() / 1000);
    response.setStatus(status);
    response.setContentType("application/json; charset=utf-8");
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void destroy() {
    if (jersey != null) {
      jersey.destroy();
    }
  }
}
