package com.quaily.service.delivery.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.quaily.dao.WebhookDao;
import com.quaily.model.delivery.Webhook;
import com.quaily.model.delivery.WebhookDelivery;
import com.quaily.service.crypto.SecretBox;
import com.quaily.service.http.WebClient;
import com.quaily.service.http.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class WebhookSenderTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final int LAST = 9;

  private final WebhookDao webhookDao = mock(WebhookDao.class);
  private final WebClient client = mock(WebClient.class);
  private final WebhookSecrets secrets = new WebhookSecrets(new SecretBox(new byte[32]));
  private final WebhookSender underTest =
      new WebhookSender(webhookDao, client, secrets, Clock.fixed(NOW, ZoneOffset.UTC));
  private final Webhook webhook =
      new Webhook(
          3,
          7,
          "https://receiver.example/",
          secrets.seal(7, WebhookSignature.newSecret()),
          List.of("post.published"),
          true,
          "",
          NOW,
          NOW);

  private static WebhookDelivery delivery(int attempts) {
    return new WebhookDelivery(
        11, 3, new UUID(1, 2), "post.published", "{}", attempts, null, NOW, 0, "", null, NOW);
  }

  private boolean send(int attempts, int status, Map<String, String> headers, String body)
      throws IOException {
    when(client.send(any(), anyInt()))
        .thenReturn(new WebResponse(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    return underTest.send(webhook, delivery(attempts));
  }

  private WebhookDelivery stored() {
    ArgumentCaptor<WebhookDelivery> stored = ArgumentCaptor.forClass(WebhookDelivery.class);
    verify(webhookDao).updateDelivery(stored.capture());
    return stored.getValue();
  }

  private Webhook switchedOff() {
    ArgumentCaptor<Webhook> stored = ArgumentCaptor.forClass(Webhook.class);
    verify(webhookDao).update(stored.capture());
    verify(webhookDao).abandon(3);
    assertFalse(stored.getValue().active());
    return stored.getValue();
  }

  private void assertStillOn() {
    verify(webhookDao, never()).update(any());
    verify(webhookDao, never()).abandon(anyLong());
  }

  private static void assertBetween(Duration least, Duration most, Instant next) {
    assertFalse(next.isBefore(NOW.plus(least)), next::toString);
    assertFalse(next.isAfter(NOW.plus(most)), next::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 299})
  void successEndsTheDelivery(int status) throws IOException {
    assertTrue(send(LAST, status, Map.of(), "thanks"));

    WebhookDelivery stored = stored();
    assertEquals(NOW, stored.deliveredAt());
    assertNull(stored.nextAt());
    assertEquals(LAST + 1, stored.attempts());
    assertEquals(status, stored.status());
    assertEquals("thanks", stored.reply());
    assertEquals(NOW, stored.attemptedAt());
    assertStillOn();
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 300, 302, 404, 500})
  void anyOtherStatusIsAFailureThatIsTriedAgain(int status) throws IOException {
    assertFalse(send(0, status, Map.of(), ""));

    WebhookDelivery stored = stored();
    assertNull(stored.deliveredAt());
    assertEquals(1, stored.attempts());
    assertBetween(Duration.ofSeconds(5), Duration.ofSeconds(6), stored.nextAt());
    assertStillOn();
  }

  @ParameterizedTest
  @CsvSource({
    "3600, 3600, 3600",
    "86399, 86399, 86399",
    "'Mon, 01 Jun 2026 14:00:00 GMT', 7200, 7200",
    "1, 5, 6",
    "86400, 5, 6",
    "999999999, 5, 6",
    "-3600, 5, 6",
    "soon, 5, 6"
  })
  void aReceiverMayAskForALongerPauseWithinADay(String asked, long least, long most)
      throws IOException {
    send(0, 503, Map.of("retry-after", asked), "");

    assertBetween(Duration.ofSeconds(least), Duration.ofSeconds(most), stored().nextAt());
  }

  @Test
  void theLastFailureSwitchesTheWebhookOffWithItsReason() throws IOException {
    assertFalse(send(LAST, 500, Map.of("retry-after", "3600"), "out of order"));

    assertNull(stored().nextAt());
    assertEquals("out of order", switchedOff().message());
  }

  @Test
  void theLastButOneFailureDoesNot() throws IOException {
    send(LAST - 1, 500, Map.of(), "out of order");

    assertBetween(Duration.ofHours(24), Duration.ofMinutes(1_728), stored().nextAt());
    assertStillOn();
  }

  @Test
  void aReceiverThatIsGoneIsNotAskedAgain() throws IOException {
    assertFalse(send(0, 410, Map.of(), ""));

    assertNull(stored().nextAt());
    assertEquals("410 Gone", switchedOff().message());
  }

  @Test
  void noAnswerIsAFailureWithoutAStatus() throws IOException {
    when(client.send(any(), anyInt())).thenThrow(new IOException("connection\r\n refused"));

    assertFalse(underTest.send(webhook, delivery(1)));

    assertEquals(0, stored().status());
    assertBetween(Duration.ofMinutes(5), Duration.ofMinutes(6), stored().nextAt());
  }

  @Test
  void repliesAreOneShortLine() throws IOException {
    send(0, 500, Map.of(), " a\r\n\tb" + "c".repeat(400));

    assertEquals("a b" + "c".repeat(297) + "…", stored().reply());
  }
}
