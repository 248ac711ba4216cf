package com.quaily.resource.api;

import com.quaily.model.Sha256;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML pages that the API returns. */
public final class HtmlResponses {

  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

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
        "Content-Security-Policy", policy(html));
  }

  private static String policy(String html) {
    StringBuilder policy =
        new StringBuilder(
            "default-src 'none'; img-src 'self' https: data:; media-src 'self' https:; script-src"
                + " 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; style-src"
                + " 'self'");
    Matcher styles = STYLE.matcher(html);
    while (styles.find()) {
      policy
          .append(" 'sha256-")
          .append(Sha256.base64(styles.group(1).getBytes(StandardCharsets.UTF_8)))
          .append('\'');
    }
    return policy.toString();
  }
}
