package com.quaily.model.delivery;

import com.quaily.model.error.ErrorCode;
import java.util.Arrays;
import java.util.Optional;

/** The services that posts are pushed to. */
public enum SocialService {
  TELEGRAM("telegram", "Telegram", ErrorCode.TELEGRAM_REFUSED),
  DISCORD("discord", "Discord", ErrorCode.DISCORD_REFUSED),
  SLACK("slack", "Slack", ErrorCode.SLACK_REFUSED),
  LINE("line", "LINE", ErrorCode.LINE_REFUSED),
  BLUESKY("bluesky", "Bluesky", ErrorCode.BLUESKY_REFUSED),
  TWITTER("twitter", "X", ErrorCode.TWITTER_REFUSED),
  MASTODON("mastodon", "Mastodon", ErrorCode.MASTODON_REFUSED);

  private final String wireName;
  private final String title;
  private final ErrorCode refusal;

  SocialService(String wireName, String title, ErrorCode refusal) {
    this.wireName = wireName;
    this.title = title;
    this.refusal = refusal;
  }

  /** The name in the API, in {@code channels} of a delivery, and in {@code utm_source}. */
  public String wireName() {
    return wireName;
  }

  /** The name that people know. */
  public String title() {
    return title;
  }

  /** The error when the service does not accept settings. */
  public ErrorCode refusal() {
    return refusal;
  }

  /** The setting that switches the service on. */
  public String enabledSetting() {
    return wireName + "_channel_enabled";
  }

  /** Whether a setting or secret with this wire name belongs to the service. */
  public boolean owns(String name) {
    return name.startsWith(wireName + "_");
  }

  /** The service with this wire name. */
  public static Optional<SocialService> of(String wireName) {
    return Arrays.stream(values()).filter(service -> service.wireName.equals(wireName)).findFirst();
  }
}
