package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.service.http.NotPublicException;
import com.quaily.service.http.NotSentException;
import com.quaily.service.http.WebClient;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Requests to services. What goes wrong on the way becomes a {@link SocialException}; errors that a
 * service answers are the business of its client.
 */
final class SocialHttp {

  /** How soon a service that could not be reached is tried again. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MAX_ANSWER = 1024 * 1024;
  private static final int TOO_MANY_REQUESTS = 429;

  private final WebClient client;
  private final boolean plain;
  private final Clock clock;

  /**
   * @param plain whether servers may answer without TLS
   */
  SocialHttp(WebClient client, boolean plain, Clock clock) {
    this.client = client;
    this.plain = plain;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Sends a request.
   *
   * @param signal finds in a response with status 429 when to come back
   * @return a response with any status but 429 and 5xx
   * @throws SocialException WAIT or UNCERTAIN, or DISCONNECTED when the server is not public
   */
  WebResponse send(WebRequest request, WaitSignal signal) throws SocialException {
    WebResponse response = exchange(request);
    if (response.status() == TOO_MANY_REQUESTS) {
      throw SocialException.waiting(words(response), retryAt(response, signal));
    }
    if (response.status() >= 500) {
      throw SocialException.uncertain("status " + response.status() + " " + words(response));
    }
    return response;
  }

  /**
   * As {@link #send}, for requests that post nothing: without an answer, they are just repeated.
   */
  WebResponse prepare(WebRequest request, WaitSignal signal) throws SocialException {
    try {
      return send(request, signal);
    } catch (SocialException e) {
      if (e.kind() == SocialException.Kind.UNCERTAIN) {
        throw SocialException.waiting(e.getMessage(), now(), PAUSE);
      }
      throw e;
    }
  }

  /**
   * The base of a server that a writer named, without a trailing slash.
   *
   * @param url empty = the usual one
   */
  URI server(String url, String usual) throws SocialException {
    String named = url.isEmpty() ? usual : url;
    try {
      URI server = new URI(named.endsWith("/") ? named.substring(0, named.length() - 1) : named);
      boolean secure = "https".equals(server.getScheme());
      boolean allowed = secure || (plain && "http".equals(server.getScheme()));
      if (allowed && server.getHost() != null && server.getRawUserInfo() == null) {
        return server;
      }
    } catch (URISyntaxException e) {
      throw notAServer();
    }
    throw notAServer();
  }

  private static SocialException notAServer() {
    return SocialException.disconnected("the server's address must begin with https://");
  }

  private WebResponse exchange(WebRequest request) throws SocialException {
    try {
      return client.send(request, MAX_ANSWER);
    } catch (NotPublicException e) {
      throw SocialException.disconnected("the server is not on the public internet");
    } catch (NotSentException e) {
      throw SocialException.waiting("the service cannot be reached", now(), PAUSE);
    } catch (IOException e) {
      // The exception can contain the address, and that can contain a secret.
      throw SocialException.uncertain("there was no answer in time");
    }
  }

  private Instant retryAt(WebResponse response, WaitSignal signal) {
    Instant now = now();
    Instant asked = signal.apply(response, now).orElseGet(() -> now.plus(PAUSE));
    Instant earliest = now.plus(SHORTEST);
    Instant latest = now.plus(LONGEST);
    return asked.isBefore(earliest) ? earliest : asked.isAfter(latest) ? latest : asked;
  }

  /** An answer's own words; HTML says nothing. */
  private static String words(WebResponse response) {
    JsonNode body = response.json();
    for (String field : new String[] {"description", "message", "error", "detail", "title"}) {
      if (body.path(field).isTextual()) {
        return body.path(field).textValue();
      }
    }
    return response.status() == TOO_MANY_REQUESTS ? "too many requests" : "";
  }

  /**
   * The body of a successful response.
   *
   * @throws SocialException UNCERTAIN when it is not a JSON object: a proxy may have answered after
   *     the service acted
   */
  static JsonNode object(WebResponse response) throws SocialException {
    JsonNode body = response.json();
    if (!body.isObject()) {
      throw SocialException.uncertain(
          "status " + response.status() + " with a body that is not JSON");
    }
    return body;
  }

  /**
   * The id of what was created.
   *
   * @throws SocialException UNCERTAIN when there is none: it is not the service that answered
   */
  static String id(JsonNode body, String field) throws SocialException {
    String id = body.path(field).asText();
    if (!id.matches("[\\w.:-]{1,100}")) {
      throw SocialException.uncertain("an answer without " + field);
    }
    return id;
  }

  /** Finds in a response when a service wants the next request. */
  interface WaitSignal extends BiFunction<WebResponse, Instant, Optional<Instant>> {}
}
