package com.quaily.model.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What webhooks tell. */
public enum WebhookEventType {
  POST_PUBLISHED("post.published"),
  POST_UPDATED("post.updated"),
  POST_UNPUBLISHED("post.unpublished"),
  SUBSCRIPTION_CREATED("subscription.created"),
  SUBSCRIPTION_UPDATED("subscription.updated"),
  SUBSCRIPTION_ENDED("subscription.ended"),
  DELIVERY_STARTED("delivery.started"),
  DELIVERY_COMPLETED("delivery.completed"),
  DELIVERY_FAILED("delivery.failed"),
  /** Sent on request, to one webhook. */
  WEBHOOK_TEST("webhook.test");

  private final String wireName;

  WebhookEventType(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the API and in the events. */
  public String wireName() {
    return wireName;
  }

  /** Those that an owner can choose. */
  public static List<String> choices() {
    return Arrays.stream(values())
        .filter(type -> type != WEBHOOK_TEST)
        .map(WebhookEventType::wireName)
        .toList();
  }

  /** The type with this name that an owner can choose. */
  public static Optional<WebhookEventType> chosen(String wireName) {
    return Arrays.stream(values())
        .filter(type -> type != WEBHOOK_TEST && type.wireName.equals(wireName))
        .findFirst();
  }
}
