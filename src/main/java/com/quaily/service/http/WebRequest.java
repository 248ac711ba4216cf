package com.quaily.service.http;

import com.quaily.model.JsonText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to another server.
 *
 * @param headers besides those of the body
 * @param body empty for a request without one
 */
public record WebRequest(
    String method, URI target, Map<String, String> headers, Optional<Body> body) {

  private static final String JSON = "application/json; charset=utf-8";
  private static final String FORM = "application/x-www-form-urlencoded";

  public WebRequest {
    headers = Map.copyOf(headers);
  }

  public static WebRequest of(String method, URI target) {
    return new WebRequest(method, target, Map.of(), Optional.empty());
  }

  public static WebRequest get(URI target) {
    return of("GET", target);
  }

  public static WebRequest post(URI target) {
    return of("POST", target);
  }

  /** This request with one more header. */
  public WebRequest header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WebRequest(method, target, more, body);
  }

  /** This request with credentials. */
  public WebRequest bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** This request with a body. */
  public WebRequest body(String contentType, byte[] content) {
    return new WebRequest(method, target, headers, Optional.of(new Body(contentType, content)));
  }

  /** This request with a JSON body. */
  public WebRequest json(Object content) {
    return body(JSON, JsonText.write(content).getBytes(StandardCharsets.UTF_8));
  }

  /** This request with a form as its body. */
  public WebRequest form(Map<String, String> fields) {
    return body(FORM, RemoteJson.encode(fields).getBytes(StandardCharsets.UTF_8));
  }

  /** A request's body. */
  public record Body(String contentType, byte[] content) {}
}
