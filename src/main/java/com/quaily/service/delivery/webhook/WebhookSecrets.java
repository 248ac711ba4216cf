package com.quaily.service.delivery.webhook;

import com.quaily.model.delivery.Webhook;
import com.quaily.service.crypto.SecretBox;

/** Encrypts the secrets of webhooks. */
public final class WebhookSecrets {

  private final SecretBox secretBox;

  public WebhookSecrets(SecretBox secretBox) {
    this.secretBox = secretBox;
  }

  String seal(long channelId, String secret) {
    return secretBox.seal(context(channelId), secret);
  }

  String open(Webhook webhook) {
    return secretBox.open(context(webhook.channelId()), webhook.secret());
  }

  private static String context(long channelId) {
    return "webhook of channel " + channelId;
  }
}
