package com.quaily.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.Notice;
import com.quaily.testing.RemoteStub;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramTransportTest {

  private static final String TOKEN = "123:secret-token";
  private static final String PATH = "/bot" + TOKEN + "/sendMessage";

  private final RemoteStub telegram = new RemoteStub();
  private final TelegramTransport underTest =
      new TelegramTransport(
          new NoticeSettings.Telegram(TOKEN, "-100", URI.create(telegram.uri("").toString())));

  @AfterEach
  void close() {
    telegram.close();
  }

  private static NoticeMessage message(Notice.Level level, String text) {
    return new NoticeMessage(level, "Backup", text);
  }

  @Test
  void anAlertMakesASound() throws Exception {
    telegram.answer(PATH, 200, "{\"ok\":true,\"result\":{}}");
    underTest.deliver(message(Notice.Level.ALERT, "it failed"));

    JsonNode sent = new ObjectMapper().readTree(telegram.last().body());
    assertEquals("-100", sent.get("chat_id").asText());
    assertEquals("⚠️ Backup\nit failed", sent.get("text").asText());
    assertFalse(sent.get("disable_notification").asBoolean());
  }

  @Test
  void informationIsSilentAndCutToWhatTelegramTakes() throws Exception {
    telegram.answer(PATH, 200, "{\"ok\":true,\"result\":{}}");
    underTest.deliver(message(Notice.Level.INFO, "文".repeat(5_000)));

    JsonNode sent = new ObjectMapper().readTree(telegram.last().body());
    assertTrue(sent.get("disable_notification").asBoolean());
    assertEquals(4_096, sent.get("text").asText().length());
  }

  @Test
  void aRefusalSaysHowLongToWait() {
    telegram.answer(
        PATH,
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
            + "\"parameters\":{\"retry_after\":35}}");
    RefusedException refusal =
        assertThrows(
            RefusedException.class, () -> underTest.deliver(message(Notice.Level.INFO, "")));

    assertEquals(Optional.of(Duration.ofSeconds(35)), refusal.retryAfter());
    assertEquals("429 Too Many Requests: retry after 35", refusal.getMessage());
  }

  @Test
  void noFailureNamesTheToken() {
    telegram.answer(PATH, 502, "<html>bad gateway</html>");
    RefusedException noJson =
        assertThrows(
            RefusedException.class, () -> underTest.deliver(message(Notice.Level.INFO, "")));
    assertFalse(noJson.getMessage().contains("secret"), noJson.getMessage());
    telegram.close();
    RefusedException noAnswer =
        assertThrows(
            RefusedException.class, () -> underTest.deliver(message(Notice.Level.INFO, "")));
    assertFalse(noAnswer.getMessage().contains("secret"), noAnswer.getMessage());
  }
}
