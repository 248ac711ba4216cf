package com.quaily.service.delivery.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.delivery.transport.Envelope;
import com.quaily.delivery.transport.FaultRules;
import com.quaily.delivery.transport.Handover;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.HttpProvider;
import com.quaily.delivery.transport.HttpProvider.Answers;
import com.quaily.delivery.transport.MailTransport;
import com.quaily.delivery.transport.MailValue;
import com.quaily.delivery.transport.Replies;
import com.quaily.model.HttpDates;
import com.quaily.model.delivery.Fault;
import com.quaily.service.http.NotPublicException;
import com.quaily.service.http.NotSentException;
import com.quaily.service.http.WebClient;
import com.quaily.service.http.WebClient.Reach;
import com.quaily.service.http.WebResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends emails by a provider that the operator described. */
public final class HttpTransport implements MailTransport {

  private static final int MAX_ANSWER = 64 * 1024;
  private static final int TOO_LARGE = 413;
  private static final int SMTP_REFUSAL = 550;
  private static final int SHORTEST_SECRET = 8;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  private final HttpProvider provider;
  private final RequestTemplate template;
  private final WebClient client;
  private final Clock clock;

  /**
   * @param timeout for a whole request
   */
  public HttpTransport(HttpProvider provider, Duration timeout, Clock clock) {
    this.provider = provider;
    this.template = new RequestTemplate(provider.call());
    this.client = new WebClient(provider.privateAddresses() ? Reach.ANY : Reach.PUBLIC, timeout);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "provider://" + provider.name();
  }

  @Override
  public Handover send(Envelope mail) {
    try {
      return result(client.send(template.request(MailValue.read(mail)), MAX_ANSWER));
    } catch (NotPublicException e) {
      return result(
          Outcome.UNAVAILABLE,
          Fault.CONNECTION_FAILURE,
          "the server is in a private network; set private-addresses to permit that");
    } catch (NotSentException e) {
      return result(
          Outcome.UNAVAILABLE, Fault.CONNECTION_FAILURE, "the provider cannot be reached");
    } catch (IOException e) {
      // The exception can contain the address, and that can contain a key.
      return open(Fault.CONNECTION_FAILURE, "there was no answer in time");
    }
  }

  private Handover result(WebResponse response) {
    Answers answers = provider.answers();
    int status = response.status();
    String reply = words(response);
    if (answers.accepted().contains(status)) {
      return accepted(response);
    }
    if (answers.deferred().contains(status)) {
      return new Handover(
          Outcome.DEFERRED, Fault.TEMPORARY_DEFERRED, reply, name(), pause(response));
    }
    if (answers.refused().contains(status)) {
      return result(Outcome.REFUSED, fault(status, reply), reply);
    }
    if (answers.unavailable().contains(status) || status < 400) {
      return result(Outcome.UNAVAILABLE, Fault.RELAY_DENIED, reply);
    }
    return status < 500
        ? result(Outcome.REFUSED, fault(status, reply), reply)
        : open(Fault.SYSTEM_ERROR, reply);
  }

  private static Fault fault(int status, String reply) {
    return status == TOO_LARGE ? Fault.MESSAGE_TOO_LARGE : FaultRules.of(SMTP_REFUSAL, reply);
  }

  private Handover accepted(WebResponse response) {
    String where = provider.answers().id();
    if (where.isEmpty()) {
      return result(Outcome.ACCEPTED, Fault.NONE, words(response));
    }
    Optional<String> id =
        where.startsWith("/")
            ? Optional.of(response.json().at(where))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
            : response.header(where);
    return id.filter(found -> !found.isBlank())
        .map(found -> result(Outcome.ACCEPTED, Fault.NONE, Replies.line("id " + found)))
        // Something other than the provider has answered.
        .orElseGet(() -> open(Fault.SYSTEM_ERROR, words(response) + " without an id"));
  }

  /** An answer that does not say whether the email was taken. */
  private Handover open(Fault fault, String reply) {
    return provider.answers().idempotent()
        ? result(Outcome.DEFERRED, fault, reply)
        : result(Outcome.UNCERTAIN, fault, reply);
  }

  /** The answer's own words, in which a provider may repeat the key that it refuses. */
  private String words(WebResponse response) {
    String words = response.text();
    for (String value : provider.call().headers().values()) {
      for (String part : value.split(" ")) {
        words = part.length() < SHORTEST_SECRET ? words : words.replace(part, "…");
      }
    }
    return Replies.line("status " + response.status() + " " + words);
  }

  private Duration pause(WebResponse response) {
    Instant now = clock.instant();
    Duration pause =
        response
            .header("Retry-After")
            .flatMap(
                value ->
                    value.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : HttpDates.parse(value).map(time -> Duration.between(now, time)))
            .orElse(Duration.ZERO);
    return pause.isNegative()
        ? Duration.ZERO
        : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private Handover result(Outcome outcome, Fault fault, String reply) {
    return new Handover(outcome, fault, reply, name());
  }

  @Override
  public void close() {
    client.close();
  }
}
