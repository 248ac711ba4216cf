package com.quaily.service.delivery.webhook;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.validation.FieldValidator;
import java.net.URI;
import java.net.URISyntaxException;

/** Checks the addresses of webhooks. Whether the server is public is checked at every attempt. */
public final class WebhookAddress {

  private final boolean plain;

  /**
   * @param plain whether servers may answer without TLS
   */
  public WebhookAddress(boolean plain) {
    this.plain = plain;
  }

  /** The address, if it can be one of a webhook. */
  String require(String url) {
    String text = FieldValidator.requiredLine("url", url, Limits.URL);
    try {
      URI uri = new URI(text);
      boolean scheme = "https".equals(uri.getScheme()) || (plain && "http".equals(uri.getScheme()));
      if (scheme && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return text;
      }
    } catch (URISyntaxException e) {
      throw refused();
    }
    throw refused();
  }

  private static InvalidException refused() {
    return new InvalidException(
        ErrorCode.INVALID_FIELD, "url", "must be an https URL of a public server");
  }
}
