package com.quaily.service.delivery.social;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The operator's settings for social services.
 *
 * @param telegramBotToken the site's own bot; empty = writers enter their own
 * @param discordBotToken the same for Discord
 * @param slack the site's application at Slack; empty = writers enter a token or a webhook
 * @param twitter the site's application at X; empty = X cannot be connected
 * @param privateAddresses whether servers that writers name may be in private networks and answer
 *     without TLS
 * @param timeout for a single request
 */
public record SocialSettings(
    Addresses addresses,
    String telegramBotToken,
    String discordBotToken,
    Optional<OAuthClient> slack,
    Optional<OAuthClient> twitter,
    boolean privateAddresses,
    Duration timeout) {

  /** Where the services' APIs are, each without a trailing slash. */
  public record Addresses(
      URI telegram, URI discord, URI slack, URI slackHooks, URI line, URI twitter) {}

  /** An application that is registered with a service. */
  public record OAuthClient(String clientId, String clientSecret, URI authorizationUrl) {}
}
