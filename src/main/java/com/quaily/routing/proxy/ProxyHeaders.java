package com.quaily.routing.proxy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Selects the header fields that pass through the proxy. */
final class ProxyHeaders {

  /** Hop-by-hop fields (RFC 9110, section 7.6.1). */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Request fields that the HTTP client or the proxy sets itself. */
  private static final Set<String> STATED_ANEW =
      Set.of(
          "host",
          "content-length",
          "expect",
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto");

  private ProxyHeaders() {}

  static void copyRequest(HttpServletRequest request, HttpRequest.Builder target) {
    Set<String> dropped = dropped(Collections.list(request.getHeaders("Connection")));
    dropped.addAll(STATED_ANEW);
    for (String name : Collections.list(request.getHeaderNames())) {
      if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
        Collections.list(request.getHeaders(name)).forEach(value -> target.header(name, value));
      }
    }
    String before = request.getHeader("X-Forwarded-For");
    String address = request.getRemoteAddr();
    target.header("X-Forwarded-For", before == null ? address : before + ", " + address);
    target.header("X-Forwarded-Proto", request.getScheme());
    String host = request.getHeader("Host");
    target.header("X-Forwarded-Host", host == null ? request.getServerName() : host);
  }

  static void copyResponse(HttpHeaders headers, HttpServletResponse target) {
    Set<String> dropped = dropped(headers.allValues("Connection"));
    headers
        .map()
        .forEach(
            (name, values) -> {
              if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> target.addHeader(name, value));
              }
            });
  }

  private static Set<String> dropped(List<String> connection) {
    Set<String> names = new HashSet<>(OF_THE_CONNECTION);
    for (String value : connection) {
      for (String name : value.split(",", -1)) {
        names.add(name.trim().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
