package com.quaily.model.delivery;

import java.time.Instant;
import java.util.Map;

/**
 * Where a channel's posts are pushed besides mail; the wire calls it the list's channel.
 *
 * @param settings what its writers may see, by wire name
 * @param secrets sealed texts by wire name
 */
public record ChannelPush(
    long id,
    long channelId,
    Map<String, Object> settings,
    Map<String, Object> secrets,
    Instant createdAt,
    Instant updatedAt) {

  /** Half of the pair of keys that LINE asks for; the other half is a secret. */
  public static final String LINE_PUBLIC_KEY = "line_jwk_pub";

  public static final String LINE_PRIVATE_KEY = "line_private_key";
}
