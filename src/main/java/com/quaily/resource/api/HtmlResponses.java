package com.quaily.resource.api;

import com.quaily.model.page.ContentSecurityPolicy;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;

/** HTML pages that the API returns. */
public final class HtmlResponses {

  private HtmlResponses() {}

  /** A page for one reader: not cached, with a restrictive policy. */
  public static Response page(String html) {
    return page(200, html);
  }

  public static Response page(int status, String html) {
    ResponseBuilder answer = Response.status(status).type("text/html; charset=utf-8").entity(html);
    headers(html).forEach(answer::header);
    return answer.build();
  }

  /** The headers of such a page, besides its type. */
  public static Map<String, String> headers(String html) {
    return Map.of(
        "Cache-Control", "no-store",
        "Referrer-Policy", "no-referrer",
        "X-Content-Type-Options", "nosniff",
        "X-Robots-Tag", "noindex",
        "Content-Security-Policy", ContentSecurityPolicy.ofMessage(html));
  }
}
