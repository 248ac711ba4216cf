package com.quaily.model.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Services that a channel's posts are pushed to, besides email; the wire calls it the list's
 * channel.
 *
 * @param settings what its writers can see, by wire name
 * @param secrets encrypted values by wire name
 */
public record ChannelPush(
    long id,
    long channelId,
    Map<String, Object> settings,
    Map<String, Object> secrets,
    Instant createdAt,
    Instant updatedAt) {

  /** The secrets that owners enter. Others come from services, or are made here. */
  public static final Set<String> SECRETS =
      Set.of(
          "telegram_bot_token",
          "discord_bot_token",
          "discord_webhook_url",
          "line_channel_secret",
          "twitter_access_token",
          "bluesky_password",
          "slack_access_token",
          "slack_webhook_url",
          "mastodon_access_token");

  /** The public half of the key pair for LINE; the private half is a secret. */
  public static final String LINE_PUBLIC_KEY = "line_jwk_pub";

  public static final String LINE_PRIVATE_KEY = "line_private_key";
}
