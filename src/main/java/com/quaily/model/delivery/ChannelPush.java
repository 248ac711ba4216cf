package com.quaily.model.delivery;

import java.time.Instant;
import java.util.Map;

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

  /** The public half of the key pair for LINE; the private half is a secret. */
  public static final String LINE_PUBLIC_KEY = "line_jwk_pub";

  public static final String LINE_PRIVATE_KEY = "line_private_key";
}
