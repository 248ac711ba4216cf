package com.quaily.service.delivery.webhook;

import com.quaily.dao.WebhookDao;
import com.quaily.model.HttpDates;
import com.quaily.model.delivery.Webhook;
import com.quaily.model.delivery.WebhookDelivery;
import com.quaily.service.http.WebClient;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Makes one attempt to deliver an event, and stores what follows from it. */
public final class WebhookSender {

  private static final int MAX_ANSWER = 64 * 1024;
  private static final int SHOWN = 300;
  private static final int GONE = 410;

  /** A receiver may ask for a longer pause than the schedule's, up to this. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  private final WebhookDao webhookDao;
  private final WebClient client;
  private final WebhookSecrets secrets;
  private final RetrySchedule schedule = new RetrySchedule(new Random());
  private final Clock clock;

  public WebhookSender(
      WebhookDao webhookDao, WebClient client, WebhookSecrets secrets, Clock clock) {
    this.webhookDao = webhookDao;
    this.client = client;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Sends one event; returns whether it arrived. */
  boolean send(Webhook webhook, WebhookDelivery delivery) {
    Attempt attempt = attempt(webhook, delivery);
    boolean arrived = attempt.status() >= 200 && attempt.status() < 300;
    Instant now = clock.instant();
    Optional<Instant> next =
        arrived || attempt.status() == GONE
            ? Optional.empty()
            : nextAt(delivery.attempts() + 1, now, attempt);
    webhookDao.updateDelivery(
        new WebhookDelivery(
            delivery.id(),
            delivery.webhookId(),
            delivery.eventId(),
            delivery.type(),
            delivery.body(),
            delivery.attempts() + 1,
            arrived ? now : null,
            next.orElse(null),
            attempt.status(),
            attempt.reply(),
            now,
            delivery.createdAt()));
    if (!arrived && next.isEmpty()) {
      switchOff(webhook, attempt.status() == GONE ? "410 Gone" : attempt.reply());
    }
    return arrived;
  }

  private Optional<Instant> nextAt(int attempts, Instant now, Attempt attempt) {
    return schedule
        .pauseAfter(attempts)
        .map(now::plus)
        .map(
            planned ->
                attempt
                    .retryAt()
                    .filter(asked -> asked.isAfter(planned))
                    .filter(asked -> asked.isBefore(now.plus(LONGEST_PAUSE)))
                    .orElse(planned));
  }

  private void switchOff(Webhook webhook, String reason) {
    Instant now = clock.instant();
    webhookDao.update(
        new Webhook(
            webhook.id(),
            webhook.channelId(),
            webhook.url(),
            webhook.secret(),
            webhook.events(),
            false,
            reason,
            webhook.createdAt(),
            now));
    webhookDao.abandon(webhook.id());
  }

  private Attempt attempt(Webhook webhook, WebhookDelivery delivery) {
    String id = delivery.eventId().toString();
    long seconds = clock.instant().getEpochSecond();
    String signature = WebhookSignature.of(secrets.open(webhook), id, seconds, delivery.body());
    WebRequest request =
        WebRequest.post(URI.create(webhook.url()))
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(seconds))
            .header("webhook-signature", signature)
            .body("application/json", delivery.body().getBytes(StandardCharsets.UTF_8));
    try {
      WebResponse response = client.send(request, MAX_ANSWER);
      return new Attempt(response.status(), shown(response), retryAt(response));
    } catch (IOException e) {
      return new Attempt(0, shown(e.getMessage()), Optional.empty());
    }
  }

  private Optional<Instant> retryAt(WebResponse response) {
    Optional<String> asked = response.header("Retry-After");
    return asked
        .filter(value -> value.matches("\\d{1,8}"))
        .map(value -> clock.instant().plusSeconds(Long.parseLong(value)))
        .or(() -> asked.flatMap(HttpDates::parse));
  }

  private static String shown(WebResponse response) {
    return shown(response.text());
  }

  private static String shown(String text) {
    String line = String.valueOf(text).replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  /** What came of an attempt; status 0 = no response. */
  private record Attempt(int status, String reply, Optional<Instant> retryAt) {}
}
