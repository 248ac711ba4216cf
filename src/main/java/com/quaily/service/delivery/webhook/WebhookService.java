package com.quaily.service.delivery.webhook;

import com.quaily.dao.WebhookDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.Webhook;
import com.quaily.model.delivery.WebhookDelivery;
import com.quaily.model.delivery.WebhookEventType;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What owners do with their channel's webhooks. */
public final class WebhookService {

  private final Transactions transactions;
  private final WebhookDao webhookDao;
  private final WebhookEvents events;
  private final WebhookSecrets secrets;
  private final ChannelAccess access;
  private final WebhookAddress address;
  private final Clock clock;

  public WebhookService(
      Transactions transactions,
      WebhookDao webhookDao,
      WebhookEvents events,
      WebhookSecrets secrets,
      ChannelAccess access,
      WebhookAddress address,
      Clock clock) {
    this.transactions = transactions;
    this.webhookDao = webhookDao;
    this.events = events;
    this.secrets = secrets;
    this.access = access;
    this.address = address;
    this.clock = clock;
  }

  /** The channel's webhooks, oldest first. */
  public List<Webhook> list(Caller caller, String list) {
    return webhookDao.selectByChannel(access.requireOwner(caller, list).id());
  }

  /**
   * Adds a webhook.
   *
   * @param types of the events; null = all
   * @return with its secret, which is not shown again
   */
  public NewWebhook create(Caller caller, String list, String url, List<String> types) {
    Channel channel = access.requireOwner(caller, list);
    String secret = WebhookSignature.newSecret();
    Instant now = clock.instant();
    Webhook webhook =
        new Webhook(
            0,
            channel.id(),
            address.require(url),
            secrets.seal(channel.id(), secret),
            types(types == null ? WebhookEventType.choices() : types),
            true,
            "",
            now,
            now);
    Webhook created =
        transactions.inTransaction(
            () -> {
              transactions.lock("webhooks " + channel.id());
              if (webhookDao.selectByChannel(channel.id()).size() >= Limits.WEBHOOKS) {
                throw new InvalidException(
                    ErrorCode.INVALID_FIELD,
                    "url",
                    "the channel already has %d webhooks; delete one first"
                        .formatted(Limits.WEBHOOKS));
              }
              return webhookDao.insert(webhook);
            });
    return new NewWebhook(created, secret);
  }

  private static List<String> types(List<String> names) {
    for (String name : names) {
      if (WebhookEventType.chosen(name).isEmpty()) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD,
            "events",
            "must be among " + String.join(", ", WebhookEventType.choices()));
      }
    }
    if (names.isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "events", "must name one event at least");
    }
    return names.stream().distinct().toList();
  }

  /** Changes a webhook; null keeps a value. Switching it on clears the reason why it was off. */
  public Webhook update(Caller caller, String list, long id, Change change) {
    Webhook before = find(caller, list, id);
    boolean active = change.active() == null ? before.active() : change.active();
    Webhook after =
        new Webhook(
            before.id(),
            before.channelId(),
            change.url() == null ? before.url() : address.require(change.url()),
            before.secret(),
            change.events() == null ? before.events() : types(change.events()),
            active,
            active ? "" : before.message(),
            before.createdAt(),
            clock.instant());
    return transactions.inTransaction(
        () -> {
          if (!active) {
            webhookDao.abandon(id);
          }
          return webhookDao.update(after).orElseThrow(WebhookService::unknown);
        });
  }

  /** Replaces the secret; the old one ends at once. Returns the new one. */
  public String newSecret(Caller caller, String list, long id) {
    Webhook webhook = find(caller, list, id);
    String secret = WebhookSignature.newSecret();
    webhookDao.updateSecret(id, secrets.seal(webhook.channelId(), secret), clock.instant());
    return secret;
  }

  public void delete(Caller caller, String list, long id) {
    webhookDao.delete(find(caller, list, id).id());
  }

  /** Sends a test event to this webhook alone. */
  public WebhookDelivery test(Caller caller, String list, long id) {
    Webhook webhook = find(caller, list, id);
    return transactions.inTransaction(
        () -> {
          UUID event =
              events.insert(
                  webhook.channelId(),
                  WebhookEventType.WEBHOOK_TEST,
                  Map.of("list_id", webhook.channelId(), "webhook_id", id));
          return webhookDao.insertDelivery(event, id, clock.instant());
        });
  }

  /** What was sent, newest first. */
  public List<WebhookDelivery> deliveries(
      Caller caller, String list, long id, int offset, int limit) {
    return webhookDao.selectDeliveries(find(caller, list, id).id(), offset, limit);
  }

  /**
   * Sends an event again, with the same id.
   *
   * @throws InvalidException when the webhook is switched off
   */
  public WebhookDelivery replay(Caller caller, String list, long id, long deliveryId) {
    Webhook webhook = find(caller, list, id);
    if (!webhook.active()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "active", "the webhook is switched off; switch it on first");
    }
    return webhookDao
        .replay(deliveryId, id, clock.instant())
        .orElseThrow(() -> new NotFoundException(ErrorCode.WEBHOOK_DELIVERY_NOT_FOUND));
  }

  private Webhook find(Caller caller, String list, long id) {
    Channel channel = access.requireOwner(caller, list);
    return webhookDao
        .select(id)
        .filter(webhook -> webhook.channelId() == channel.id())
        .orElseThrow(WebhookService::unknown);
  }

  private static NotFoundException unknown() {
    return new NotFoundException(ErrorCode.WEBHOOK_NOT_FOUND);
  }

  /** What is changed; null keeps a value. */
  public record Change(String url, List<String> events, Boolean active) {}

  /** A webhook with its secret. */
  public record NewWebhook(Webhook webhook, String secret) {}
}
