package com.quaily.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.quaily.model.JsonText;
import com.quaily.model.Notice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends messages by a bot of Telegram (core.telegram.org/bots/api#sendmessage), as plain text.
 * Information arrives without a sound.
 */
public final class TelegramTransport implements NoticeTransport {

  private static final int LONGEST = 4_096;

  private final NoticeSettings.Telegram settings;
  private final NoticePost post = new NoticePost();

  public TelegramTransport(NoticeSettings.Telegram settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public void deliver(NoticeMessage message) throws RefusedException {
    boolean isAlert = message.level() == Notice.Level.ALERT;
    String text = (isAlert ? "⚠️ " : "") + message.subject() + "\n" + message.text();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("chat_id", settings.chat());
    body.put("text", cut(text.strip()));
    body.put("disable_notification", !isAlert);
    body.put("link_preview_options", Map.of("is_disabled", true));
    URI target = URI.create(settings.api() + "/bot" + settings.token() + "/sendMessage");
    HttpResponse<String> answer = post.post(target, body);
    JsonNode said = read(answer.body());
    if (!said.path("ok").asBoolean()) {
      throw refused(answer.statusCode(), said);
    }
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static JsonNode read(String body) throws RefusedException {
    try {
      JsonNode said = JsonText.reader().readTree(body);
      return said == null ? MissingNode.getInstance() : said;
    } catch (IOException e) {
      throw new RefusedException("the answer is not JSON");
    }
  }

  private static RefusedException refused(int status, JsonNode said) {
    long seconds = said.path("parameters").path("retry_after").asLong(0);
    return new RefusedException(
        status + " " + said.path("description").asText(""),
        seconds > 0 ? Duration.ofSeconds(seconds) : null);
  }
}
