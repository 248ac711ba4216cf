package com.quaily.config;

import static com.quaily.config.ListedObjects.text;
import static com.quaily.config.SettingsReader.require;

import com.quaily.delivery.DeliverySettings.Bounces;
import com.quaily.delivery.bounce.BounceWebhook;
import com.quaily.delivery.bounce.BounceWebhook.Proof;
import com.quaily.delivery.bounce.BounceWebhook.Reading;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the settings for bounces and complaints. */
final class BounceReader {

  static final String WEBHOOKS = "delivery.bounces.webhooks";

  private static final String ADDRESS = "delivery.bounces.address";
  private static final String MAILBOX = "delivery.bounces.mailbox";
  private static final String TOPIC = "delivery.bounces.sns-topic";
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "secret",
          "signature",
          "signed",
          "type",
          "bounces",
          "complaints",
          "kind",
          "hard",
          "reply");

  private final Config config;

  BounceReader(Config config) {
    this.config = config;
  }

  Optional<Bounces> read() {
    String address = config.getString(ADDRESS);
    String mailbox = config.getString(MAILBOX);
    String topic = config.getString(TOPIC);
    List<BounceWebhook> webhooks = webhooks();
    require(
        address.isEmpty()
            ? mailbox.isEmpty() && topic.isEmpty() && webhooks.isEmpty()
            : address.matches("[a-z0-9._-]{1,20}@[^@\\s]+"),
        ADDRESS,
        "must be an address such as bounces@example.com, its part before the at sign 20 characters"
            + " long at most");
    require(
        mailbox.isEmpty() || mailbox.matches("imaps?://[^\\s/:@]+:[^\\s/:@]+@[^\\s]+"),
        MAILBOX,
        "must be a URL such as imaps://user:password@host/INBOX");
    require(
        topic.isEmpty() || topic.matches("arn:aws(-cn)?:sns:[a-z0-9-]+:[0-9]+:[A-Za-z0-9_-]+"),
        TOPIC,
        "must be an ARN such as arn:aws:sns:eu-west-1:123456789012:bounces");
    Duration every = config.getDuration("delivery.bounces.every");
    require(
        !every.isZero() && !every.isNegative(),
        "delivery.bounces.every",
        "must be more than nothing");
    return address.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bounces(address, mailbox, every, topic, webhooks));
  }

  private List<BounceWebhook> webhooks() {
    return new ListedObjects(config, WEBHOOKS, FIELDS)
        .readNamed(Set.of("ses"), BounceReader::webhook, BounceWebhook::name);
  }

  private static BounceWebhook webhook(Config webhook) {
    String secret = webhook.getString("secret");
    require(secret.length() >= 8, WEBHOOKS, "secret must have 8 characters or more");
    require(
        !secret.startsWith("whsec_")
            || secret.matches("whsec_([A-Za-z0-9+/]{4})*[A-Za-z0-9+/=]{4}"),
        WEBHOOKS,
        "secret must continue in Base64 after whsec_");
    return new BounceWebhook(
        webhook.getString("name"),
        new Proof(secret, webhook.getString("signature"), text(webhook, "signed", "{{body}}")),
        new Reading(
            pointer(webhook, "type"),
            values(webhook, "bounces"),
            values(webhook, "complaints"),
            pointer(webhook, "kind"),
            values(webhook, "hard"),
            pointer(webhook, "reply")));
  }

  private static String pointer(Config webhook, String field) {
    String pointer = text(webhook, field, "");
    require(
        pointer.isEmpty() ? !field.equals("type") : pointer.startsWith("/"),
        WEBHOOKS,
        field + " must be a JSON pointer such as /event/type");
    return pointer;
  }

  private static Set<String> values(Config webhook, String field) {
    return webhook.hasPath(field) ? Set.copyOf(webhook.getStringList(field)) : Set.of();
  }
}
