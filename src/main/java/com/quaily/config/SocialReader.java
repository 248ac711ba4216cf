package com.quaily.config;

import static com.quaily.config.SettingsReader.require;
import static com.quaily.config.SettingsReader.uri;

import com.quaily.service.delivery.social.SocialSettings;
import com.quaily.service.delivery.social.SocialSettings.Addresses;
import com.quaily.service.delivery.social.SocialSettings.OAuthClient;
import com.typesafe.config.Config;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads the operator's settings for social services. */
final class SocialReader {

  /** With five requests one after another, a message still ends within a minute. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(12);

  private final Config config;

  SocialReader(Config config) {
    this.config = config.getConfig("social");
  }

  SocialSettings read() {
    Duration timeout = config.getDuration("timeout");
    require(
        !timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
        "social.timeout",
        "must be more than 0s and at most " + LONGEST_TIMEOUT.toSeconds() + "s");
    return new SocialSettings(
        new Addresses(
            address("telegram.api-url"),
            address("discord.api-url"),
            address("slack.api-url"),
            address("slack.hooks-url"),
            address("line.api-url"),
            address("x.api-url")),
        config.getString("telegram.bot-token"),
        config.getString("discord.bot-token"),
        client("slack"),
        client("x"),
        config.getBoolean("private-addresses"),
        timeout);
  }

  private URI address(String path) {
    String text = config.getString(path);
    URI address = uri("social." + path, text);
    require(
        address.getHost() != null && !text.endsWith("/") && address.getRawQuery() == null,
        "social." + path,
        "must be a URL without a slash at the end");
    return address;
  }

  private Optional<OAuthClient> client(String service) {
    String id = config.getString(service + ".client-id");
    String secret = config.getString(service + ".client-secret");
    require(
        id.isEmpty() == secret.isEmpty(),
        "social." + service,
        "client-id and client-secret must be set together");
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(new OAuthClient(id, secret, address(service + ".authorization-url")));
  }
}
