package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.quaily.model.JsonText;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.Usage;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns a provider's error into a {@link CallFailure}. The status is not enough: 429 can mean that
 * the account is empty, and 200 can carry an error.
 */
final class FailureReader {

  private static final int LONGEST_MESSAGE = 500;
  private static final Duration UNTIL_A_PERSON_ACTS = Duration.ofHours(1);

  private final PauseReader pauses;

  FailureReader(PauseReader pauses) {
    this.pauses = pauses;
  }

  /** An answer with an error status. */
  CallFailure read(int status, HttpHeaders headers, String body) {
    JsonNode error = errorIn(parse(body));
    String message = message(error, "status " + status);
    Outcome outcome = classify(status, error);
    return new CallFailure(outcome, message, pause(outcome, headers, error), Usage.NONE);
  }

  /** An error object within an answer whose status was 200. */
  CallFailure readInStream(JsonNode event, HttpHeaders headers, Usage usage) {
    JsonNode error = errorIn(event);
    int status = error.path("code").isInt() ? error.path("code").intValue() : 500;
    Outcome outcome = classify(status, error);
    return new CallFailure(
        outcome, message(error, "an error in the answer"), pause(outcome, headers, error), usage);
  }

  private Optional<Duration> pause(Outcome outcome, HttpHeaders headers, JsonNode error) {
    return switch (outcome) {
      case RATE, OVERLOAD -> pauses.read(headers, error);
      case MONEY, AUTH -> Optional.of(UNTIL_A_PERSON_ACTS);
      default -> Optional.empty();
    };
  }

  private static JsonNode parse(String body) {
    try {
      JsonNode parsed = JsonText.reader().readTree(body);
      return parsed == null ? MissingNode.getInstance() : parsed;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** Gemini sometimes answers a list of one. */
  private static JsonNode errorIn(JsonNode body) {
    JsonNode object = body.isArray() ? body.path(0) : body;
    JsonNode error = object.path("error");
    return error.isObject() || error.isTextual() ? error : object;
  }

  private static String message(JsonNode error, String otherwise) {
    String text = error.isTextual() ? error.textValue() : error.path("message").asText("");
    String message = text.isBlank() ? otherwise : text.strip();
    return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }

  private static Outcome classify(int status, JsonNode error) {
    String said =
        String.join(
                " ",
                error.path("type").asText(""),
                error.path("code").asText(""),
                error.path("status").asText(""),
                error.path("message").asText(error.asText("")),
                error.path("details").toString())
            .toLowerCase(Locale.ROOT);
    if (saysOneOf(
        said,
        "insufficient_quota",
        "credit_balance",
        "credit balance",
        "enforced_spend_limit",
        "usage limits",
        "billing_error",
        "perday")) {
      return Outcome.MONEY;
    }
    if (saysOneOf(said, "context_length_exceeded", "exceed_context_size", "prompt is too long")) {
      return Outcome.TOO_LONG;
    }
    if (saysOneOf(said, "content_filter", "content_policy")) {
      return Outcome.BLOCKED;
    }
    if (saysOneOf(said, "overloaded", "model_capacity_exhausted", "unavailable", "loading model")) {
      return Outcome.OVERLOAD;
    }
    if (saysOneOf(said, "rate_limit", "slow_down", "resource_exhausted")) {
      return Outcome.RATE;
    }
    if (saysOneOf(said, "api_key_invalid", "authentication_error", "permission_error")) {
      return Outcome.AUTH;
    }
    return byStatus(status);
  }

  private static boolean saysOneOf(String said, String... words) {
    return Stream.of(words).anyMatch(said::contains);
  }

  private static Outcome byStatus(int status) {
    return switch (status) {
      case 401, 403 -> Outcome.AUTH;
      case 402 -> Outcome.MONEY;
      case 413 -> Outcome.TOO_LONG;
      case 429, 498 -> Outcome.RATE;
      case 503, 529 -> Outcome.OVERLOAD;
      case 408, 409 -> Outcome.TRANSIENT;
      default -> status >= 500 || status < 400 ? Outcome.TRANSIENT : Outcome.REQUEST;
    };
  }
}
