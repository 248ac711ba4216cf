package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Telegram's Bot API: a bot posts into a channel or group of which it is an administrator. */
final class TelegramClient implements SocialClient {

  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[\\w-]{1,100}");
  private static final String CHAT = "telegram_channel_id";

  /** UTF-16 units of a message without its markup. */
  private static final int LONGEST = 4096;

  private static final int SUMMARY = 1500;
  private static final int BAD_REQUEST = 400;

  private final SocialHttp http;
  private final URI base;
  private final String siteToken;
  private final SocialAccounts accounts;

  TelegramClient(SocialHttp http, URI base, String siteToken, SocialAccounts accounts) {
    this.http = http;
    this.base = base;
    this.siteToken = siteToken;
    this.accounts = accounts;
  }

  @Override
  public SocialService service() {
    return SocialService.TELEGRAM;
  }

  @Override
  public boolean isComplete(SocialAccount account) {
    return !account.text(CHAT).isEmpty() && !token(account).isEmpty();
  }

  @Override
  public String requirement() {
    return "telegram_channel_id and a bot are required";
  }

  @Override
  public boolean isOfferedBySite() {
    return !siteToken.isEmpty();
  }

  private String token(SocialAccount account) {
    boolean own = account.isOn("telegram_custom_bot_enabled") || siteToken.isEmpty();
    return own ? account.secret("telegram_bot_token") : siteToken;
  }

  @Override
  public Profile verify(SocialAccount account) throws SocialException {
    long bot = call(account, "getMe", Map.of()).path("id").asLong();
    JsonNode chat = call(account, "getChat", chat(account));
    Map<String, Object> asked = new HashMap<>(chat(account));
    asked.put("user_id", bot);
    JsonNode member = call(account, "getChatMember", asked);
    boolean channel = chat.path("type").asText().equals("channel");
    String status = member.path("status").asText();
    boolean mayPost =
        channel
            ? status.equals("creator") || member.path("can_post_messages").asBoolean()
            : List.of("creator", "administrator", "member").contains(status);
    if (!mayPost) {
      throw SocialException.disconnected(
          "the bot may not post there; make it an administrator that can post messages");
    }
    return Profile.of(chat.path("title").asText());
  }

  @Override
  public Posted post(SocialAccount account, SocialCard card, String key) throws SocialException {
    try {
      return posted(call(account, "sendMessage", message(account, card)));
    } catch (MovedException e) {
      // A group became a supergroup, under another id; nothing was posted.
      accounts.save(account.channelId(), Map.of(CHAT, e.chat()), Map.of());
      SocialAccount moved = account.with(Map.of(CHAT, e.chat()), Map.of());
      return posted(call(moved, "sendMessage", message(moved, card)));
    }
  }

  private static Posted posted(JsonNode message) throws SocialException {
    String id = SocialHttp.id(message, "message_id");
    JsonNode chat = message.path("chat");
    String name = chat.path("username").asText();
    String address = name.isEmpty() ? "" : "https://t.me/" + name + "/" + id;
    return new Posted(id, chat.path("id").asText(), address);
  }

  private static Map<String, Object> chat(SocialAccount account) {
    return Map.of("chat_id", account.text(CHAT));
  }

  private static Map<String, Object> message(SocialAccount account, SocialCard card) {
    Map<String, Object> message = new HashMap<>(chat(account));
    message.putAll(content(card));
    message.put("disable_notification", card.isTest());
    return message;
  }

  private static Map<String, Object> content(SocialCard card) {
    return Map.of(
        "text",
        text(card),
        "parse_mode",
        "HTML",
        "link_preview_options",
        Map.of("url", card.url(), "prefer_large_media", true));
  }

  static String text(SocialCard card) {
    String title = SocialText.units(card.title(), LONGEST / 4);
    String summary = SocialText.units(card.summary(), SUMMARY);
    return SocialText.paragraphs(
        "<b>" + escape(title) + "</b>",
        escape(summary),
        "<a href=\"" + escape(card.url()) + "\">" + escape(card.linkText()) + "</a>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public TestResult test(SocialAccount account, SocialCard card) throws SocialException {
    Posted sent = posted(call(account, "sendMessage", message(account, card)));
    call(account, "deleteMessage", reference(sent.place(), sent.remoteId()));
    return TestResult.DELETED;
  }

  @Override
  public boolean isEditable(SocialAccount account, SocialPost posted) {
    return true;
  }

  @Override
  public boolean isDeletable(SocialAccount account, SocialPost posted) {
    return true;
  }

  @Override
  public void edit(SocialAccount account, SocialPost posted, SocialCard card)
      throws SocialException {
    Map<String, Object> message = new HashMap<>(reference(posted.place(), posted.remoteId()));
    message.putAll(content(card));
    try {
      call(account, "editMessageText", message);
    } catch (SocialException e) {
      if (!e.getMessage().contains("message is not modified")) {
        throw e;
      }
    }
  }

  @Override
  public void delete(SocialAccount account, SocialPost posted) throws SocialException {
    try {
      call(account, "deleteMessage", reference(posted.place(), posted.remoteId()));
    } catch (SocialException e) {
      if (e.kind() != SocialException.Kind.GONE) {
        throw e;
      }
    }
  }

  private static Map<String, Object> reference(String chat, String message) {
    return Map.of("chat_id", chat, "message_id", Long.valueOf(message));
  }

  private JsonNode call(SocialAccount account, String method, Map<String, ?> arguments)
      throws SocialException {
    String token = token(account);
    if (!TOKEN.matcher(token).matches()) {
      throw SocialException.disconnected("this is not the token of a bot");
    }
    URI target = URI.create(base + "/bot" + token + "/" + method);
    WebResponse response =
        http.send(
            WebRequest.post(target).json(arguments), WaitSignals.field("/parameters/retry_after"));
    JsonNode body = SocialHttp.object(response);
    if (body.path("ok").asBoolean()) {
      return body.path("result");
    }
    throw failure(body);
  }

  private static SocialException failure(JsonNode body) {
    String description = body.path("description").asText();
    JsonNode moved = body.path("parameters").path("migrate_to_chat_id");
    if (moved.isIntegralNumber()) {
      return new MovedException(moved.asText());
    }
    if (description.contains("message to edit not found")
        || description.contains("message to delete not found")) {
      return SocialException.gone(description);
    }
    boolean messageOnly =
        body.path("error_code").asInt() == BAD_REQUEST && !description.contains("chat not found");
    return messageOnly
        ? SocialException.refused(description)
        : SocialException.disconnected(description);
  }

  /** The chat has another id now. */
  private static final class MovedException extends SocialException {

    private static final long serialVersionUID = 1L;

    private final String chat;

    MovedException(String chat) {
      super(Kind.DISCONNECTED, "the chat has another id now: " + chat, null);
      this.chat = chat;
    }

    String chat() {
      return chat;
    }
  }
}
