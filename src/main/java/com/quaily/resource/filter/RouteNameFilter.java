package com.quaily.resource.filter;

import com.quaily.model.RequestAttributes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/** Names the route of a call, such as {@code /api/posts/{id}}, for the figures about requests. */
public final class RouteNameFilter implements ContainerResponseFilter {

  private static final String API = "/api";
  private static final String NO_ROUTE = API + "/*";

  private final Map<String, String> plain = new ConcurrentHashMap<>();

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    request.setProperty(RequestAttributes.ROUTE, name(request));
  }

  private String name(ContainerRequestContext request) {
    List<UriTemplate> templates =
        request.getUriInfo() instanceof ExtendedUriInfo info
            ? info.getMatchedTemplates()
            : List.of();
    if (templates.isEmpty()) {
      return NO_ROUTE;
    }
    StringBuilder name = new StringBuilder(API);
    // The innermost template comes first.
    for (int index = templates.size() - 1; index >= 0; index--) {
      name.append(
          plain.computeIfAbsent(
              templates.get(index).getTemplate(), RouteNameFilter::withoutPatterns));
    }
    return name.toString();
  }

  /** {@code /posts/{id: [0-9]{1,9}}} is {@code /posts/{id}}. */
  static String withoutPatterns(String template) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean inPattern = false;
    for (char character : template.toCharArray()) {
      depth += character == '{' ? 1 : 0;
      inPattern |= depth == 1 && character == ':';
      boolean closes = character == '}' && depth == 1;
      inPattern &= !closes;
      if (!inPattern && character != ' ') {
        plain.append(character);
      }
      depth -= character == '}' ? 1 : 0;
    }
    String path = plain.toString();
    return path.startsWith("/") || path.isEmpty() ? path : "/" + path;
  }
}
