package com.quaily.config;

import com.quaily.service.channel.HostingSettings;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Base64;

/** Reads the operator's settings for channels. */
final class HostingReader {

  private static final int KEY_BYTES = 32;

  private final Config config;

  HostingReader(Config config) {
    this.config = config;
  }

  HostingSettings read() {
    String target = config.getString("channels.domain-target");
    return new HostingSettings(
        target.isEmpty() ? siteHost() : target,
        config.getStringList("channels.domain-addresses"),
        dnsServer(),
        key(),
        positive("channels.deletion-grace"),
        positive("channels.export-validity"));
  }

  private String siteHost() {
    return SettingsReader.uri("site.base-url", config.getString("site.base-url")).getHost();
  }

  private String dnsServer() {
    String server = config.getString("channels.dns-server");
    SettingsReader.require(
        server.isEmpty() || server.matches("[^\\s]+:[0-9]{1,5}"),
        "channels.dns-server",
        "must be an address such as 192.0.2.53:53");
    return server;
  }

  private String key() {
    String text = config.getString("channels.secrets-key");
    byte[] key =
        SettingsReader.checked("channels.secrets-key", () -> Base64.getDecoder().decode(text));
    SettingsReader.require(
        key.length == 0 || key.length == KEY_BYTES,
        "channels.secrets-key",
        "must be " + KEY_BYTES + " bytes in Base64, for example from openssl rand -base64 32");
    return text;
  }

  private Duration positive(String path) {
    Duration duration = config.getDuration(path);
    SettingsReader.require(!duration.isNegative(), path, "must be 0s or more");
    return duration;
  }
}
