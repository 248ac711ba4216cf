package com.quaily.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A client for servers that return a JSON object. Requests are limited in total time and response
 * size; redirects are not followed. Thread-safe.
 */
public final class RemoteJson {

  /** Enough bytes for a response about one object. */
  public static final int SHORT = 64 * 1024;

  private final HttpClient client;
  private final Duration timeout;
  private final int maxBytes;

  /**
   * @param timeout for a whole request
   * @param maxBytes of a response; a longer one is an error
   */
  public RemoteJson(Duration timeout, int maxBytes) {
    this.timeout = timeout;
    this.maxBytes = maxBytes;
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /**
   * Posts a form.
   *
   * @throws IOException when no JSON object is received in time, whatever the status
   */
  public Reply post(URI target, Map<String, String> form) throws IOException {
    return exchange(
        HttpRequest.newBuilder(target)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form))));
  }

  /**
   * Sends a GET request.
   *
   * @param headers additional headers, such as credentials
   * @throws IOException when no JSON object is received in time, whatever the status
   */
  public Reply get(URI target, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    headers.forEach(request::header);
    return exchange(request);
  }

  /** Form-encoded names and values. */
  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Reply exchange(HttpRequest.Builder request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.header("Accept", "application/json").build(),
            info -> new BoundedBody(maxBytes));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      JsonNode body = JsonText.reader().readTree(response.body());
      if (body == null || !body.isObject()) {
        throw new IOException("status " + response.statusCode() + " without a JSON object");
      }
      return new Reply(response.statusCode(), body);
    } catch (TimeoutException e) {
      throw new IOException("no response within " + timeout, e);
    } catch (ExecutionException e) {
      throw new IOException("no response: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  /**
   * A response.
   *
   * @param body a JSON object
   */
  public record Reply(int status, JsonNode body) {

    /** The text of a field; empty when there is none. */
    public String text(String field) {
      JsonNode value = body.path(field);
      return value.isTextual() ? value.textValue() : "";
    }

    /** Whether a field is true. */
    public boolean isTrue(String field) {
      return body.path(field).isBoolean() && body.path(field).booleanValue();
    }
  }
}
