package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.HttpDates;
import com.quaily.service.delivery.social.SocialHttp.WaitSignal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How services say when to come back. */
final class WaitSignals {

  private static final double MILLIS = 1000;

  /** A time far behind any that a service means. */
  private static final double LONGEST_SECONDS = 1e10;

  private WaitSignals() {}

  /** {@code Retry-After}: seconds or a date. */
  static WaitSignal retryAfter() {
    return (response, now) ->
        response
            .header("Retry-After")
            .flatMap(value -> seconds(value, now).or(() -> HttpDates.parse(value)));
  }

  /** Seconds in a field of the JSON body, with decimals; else {@code Retry-After}. */
  static WaitSignal field(String pointer) {
    return (response, now) -> {
      JsonNode value = response.json().at(pointer);
      return value.isNumber() ? seconds(value.asText(), now) : retryAfter().apply(response, now);
    };
  }

  /** A header with seconds since 1970; else {@code Retry-After}. */
  static WaitSignal epoch(String header) {
    return (response, now) ->
        response
            .header(header)
            .flatMap(value -> seconds(value, Instant.EPOCH))
            .or(() -> retryAfter().apply(response, now));
  }

  /** A header with a time as in ISO 8601; else {@code Retry-After}. */
  static WaitSignal isoTime(String header) {
    return (response, now) ->
        response
            .header(header)
            .flatMap(WaitSignals::time)
            .or(() -> retryAfter().apply(response, now));
  }

  private static Optional<Instant> seconds(String text, Instant from) {
    try {
      double seconds = Double.parseDouble(text.strip());
      boolean usable = seconds >= 0 && seconds < LONGEST_SECONDS;
      return usable
          ? Optional.of(from.plus(Duration.ofMillis((long) Math.ceil(seconds * MILLIS))))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
