package com.quaily.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.testing.TestInstance.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An API client with a separate address. */
public final class ApiClient {

  private static final int LARGE = 1 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

  private final TestInstance instance;
  private final String address;
  private final Map<String, String> headers;

  /** An anonymous client. */
  public ApiClient(TestInstance instance) {
    this(instance, newAddress(), Map.of());
  }

  private ApiClient(TestInstance instance, String address, Map<String, String> headers) {
    this.instance = instance;
    this.address = address;
    this.headers = headers;
  }

  private static String newAddress() {
    int number = COUNT.incrementAndGet();
    return "10.1." + number / 250 + "." + (1 + number % 250);
  }

  /** An address that no other test uses. */
  public static String newEmail() {
    return "reader" + COUNT.incrementAndGet() + "@mail.example";
  }

  /** A slug that no other test uses. */
  public static String newSlug() {
    return "letters-" + COUNT.incrementAndGet();
  }

  /** A JSON object: names and values in turn. */
  public static Map<String, Object> json(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** The same client with a further header. */
  public ApiClient with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ApiClient(instance, address, more);
  }

  /** The same client at this address. */
  public ApiClient from(String address) {
    return new ApiClient(instance, address, headers);
  }

  /** The same client with this token. */
  public ApiClient as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** The same client as a new user with this address. */
  public ApiClient login(String email) {
    return as(instance.login(email));
  }

  public Reply get(String path) {
    return call("GET", path, null);
  }

  /**
   * @param body text is sent as it is, anything else as JSON; null = no body
   */
  public Reply post(String path, Object body) {
    return call("POST", path, body);
  }

  public Reply put(String path, Object body) {
    return call("PUT", path, body);
  }

  public Reply delete(String path) {
    return call("DELETE", path, null);
  }

  public Reply call(String method, String path, Object body) {
    return send(method, path, "application/json", publisher(body));
  }

  /** Sends any body to a path below {@code /api}. */
  public Reply send(String method, String path, String contentType, BodyPublisher body) {
    HttpResponse<String> response = exchange(method, "/api" + path, contentType, body);
    try {
      return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(response.statusCode() + " is not JSON: " + response.body(), e);
    }
  }

  /** The lines of an answer, each as soon as it arrives. */
  public Stream<String> lines(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(instance.url() + path));
    headers.forEach(request::header);
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends any body to any path. */
  public HttpResponse<String> exchange(
      String method, String path, String contentType, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(instance.url() + path))
            .header("X-Forwarded-For", address)
            .method(method, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    headers.forEach(request::header);
    if (body.contentLength() < 0 || body.contentLength() > LARGE) {
      // Most programs that upload speak HTTP/1.1, and wait for an answer until all is sent.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    return instance.send(request);
  }

  /** Sends a form. */
  public HttpResponse<String> form(String path, String form) {
    return exchange(
        "POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
  }

  /** The newest mail to an address. */
  public JsonNode mailTo(String email) {
    try {
      JsonNode mails = JSON.readTree(instance.get("/dev/mail.json").body());
      return StreamSupport.stream(mails.spliterator(), false)
          .filter(mail -> mail.get("to").textValue().equals(email))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no mail to " + email));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for a code and reads it in the mail. */
  public String codeFor(String email, String scene) {
    Reply reply = post("/auth/code", json("email", email, "lang", "en", "scene", scene));
    if (reply.status() != 200) {
      throw new AssertionError("no code: " + reply.body());
    }
    Matcher code = CODE.matcher(mailTo(email).get("text").textValue());
    if (!code.find()) {
      throw new AssertionError("no code in " + mailTo(email));
    }
    return code.group();
  }

  private static BodyPublisher publisher(Object body) {
    if (body == null) {
      return BodyPublishers.noBody();
    }
    if (body instanceof String text) {
      return BodyPublishers.ofString(text);
    }
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
