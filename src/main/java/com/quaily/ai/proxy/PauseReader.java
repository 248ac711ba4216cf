package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out how long a provider wants to be left alone. What cannot be read, is negative or in the
 * past counts as not said.
 */
final class PauseReader {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,16}(\\.\\d{1,9})?");
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9})ms)?");
  private static final Pattern TRY_AGAIN =
      Pattern.compile("try again in ([0-9hms.]{1,30})", Pattern.CASE_INSENSITIVE);
  private static final double LARGEST_SECONDS = 1e6;
  private static final double SMALLEST_EPOCH_SECOND = 1e9;
  private static final double SMALLEST_EPOCH_MILLI = 1e12;

  private final Clock clock;

  PauseReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * The pause that an answer asks for.
   *
   * @param error the error object; may be a missing node
   */
  Optional<Duration> read(HttpHeaders headers, JsonNode error) {
    return header(headers, "retry-after-ms")
        .flatMap(text -> number(text).map(ms -> millis(ms)))
        .or(() -> header(headers, "retry-after").flatMap(this::retryAfter))
        .or(() -> retryInfo(error))
        .or(() -> inText(error.path("message").asText("")))
        .or(() -> exhaustedBucket(headers))
        .filter(pause -> !pause.isNegative() && !pause.isZero());
  }

  private static Optional<String> header(HttpHeaders headers, String name) {
    return headers.firstValue(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Optional<Duration> retryAfter(String text) {
    return number(text)
        .map(seconds -> millis(seconds * 1000))
        .or(() -> until(text, DateTimeFormatter.RFC_1123_DATE_TIME));
  }

  /** Gemini says it in the details of the error. */
  private static Optional<Duration> retryInfo(JsonNode error) {
    for (JsonNode detail : error.path("details")) {
      String delay = detail.path("retryDelay").asText("");
      if (!delay.isEmpty()) {
        return duration(delay);
      }
    }
    return Optional.empty();
  }

  private static Optional<Duration> inText(String message) {
    Matcher said = TRY_AGAIN.matcher(message);
    return said.find() ? duration(said.group(1).replaceFirst("\\.$", "")) : Optional.empty();
  }

  /**
   * A reset is the time until a bucket is full again, so it matters only for a bucket that is
   * empty.
   */
  private Optional<Duration> exhaustedBucket(HttpHeaders headers) {
    Optional<Duration> longest = Optional.empty();
    for (String bucket : List.of("requests", "tokens", "input-tokens", "output-tokens")) {
      Optional<Duration> reset =
          exhausted(headers, "x-ratelimit-remaining-" + bucket, "x-ratelimit-reset-" + bucket)
              .or(
                  () ->
                      exhausted(
                          headers,
                          "anthropic-ratelimit-" + bucket + "-remaining",
                          "anthropic-ratelimit-" + bucket + "-reset"));
      if (reset.isPresent() && longest.map(it -> it.compareTo(reset.get()) < 0).orElse(true)) {
        longest = reset;
      }
    }
    return longest;
  }

  private Optional<Duration> exhausted(HttpHeaders headers, String remaining, String reset) {
    return header(headers, remaining)
        .filter(left -> left.equals("0"))
        .flatMap(unused -> header(headers, reset))
        .flatMap(this::reset);
  }

  private Optional<Duration> reset(String text) {
    Optional<Double> number = number(text);
    if (number.isEmpty()) {
      return duration(text).or(() -> until(text, DateTimeFormatter.ISO_DATE_TIME));
    }
    double value = number.get();
    if (value < LARGEST_SECONDS) {
      return Optional.of(millis(value * 1000));
    }
    if (value < SMALLEST_EPOCH_SECOND) {
      return Optional.empty();
    }
    double epochMillis = value < SMALLEST_EPOCH_MILLI ? value * 1000 : value;
    return Optional.of(
        Duration.between(clock.instant(), Instant.ofEpochMilli(Math.round(epochMillis))));
  }

  private Optional<Duration> until(String text, DateTimeFormatter format) {
    try {
      Instant end = ZonedDateTime.parse(text, format).toInstant();
      return Optional.of(Duration.between(clock.instant(), end));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(Double.parseDouble(text))
        : Optional.empty();
  }

  private static Optional<Duration> duration(String text) {
    Matcher parts = DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    double seconds =
        part(parts, 1) * 3600 + part(parts, 2) * 60 + part(parts, 3) + part(parts, 4) / 1000;
    return Optional.of(millis(seconds * 1000));
  }

  private static double part(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Double.parseDouble(parts.group(group));
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis((long) Math.ceil(millis));
  }
}
