package com.quaily.config;

import com.quaily.delivery.DeliverySettings;
import com.quaily.delivery.DeliverySettings.Dkim;
import com.quaily.delivery.DeliverySettings.Pace;
import com.quaily.delivery.DeliverySettings.Sender;
import com.typesafe.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads the settings for sending posts. */
final class DeliveryReader {

  private final Config config;

  DeliveryReader(Config config) {
    this.config = config;
  }

  DeliverySettings read() {
    return new DeliverySettings(
        new TransportReader(config).read(),
        number("delivery.sessions", 1),
        new Pace(
            rate("delivery.per-second"),
            rate("delivery.per-domain"),
            time("delivery.first-retry"),
            time("delivery.give-up-after"),
            time("delivery.command-timeout"),
            time("delivery.end-timeout")),
        number("delivery.daily-quota", 0),
        time("delivery.latest-start"),
        time("delivery.keep-reports"),
        new Sender(dkim(), new BounceReader(config).read()));
  }

  private int number(String path, int least) {
    int value = config.getInt(path);
    SettingsReader.require(value >= least, path, "must be " + least + " or more");
    return value;
  }

  private double rate(String path) {
    double value = config.getDouble(path);
    SettingsReader.require(value >= 0, path, "must be 0 or more");
    return value;
  }

  private Duration time(String path) {
    Duration value = config.getDuration(path);
    SettingsReader.require(
        !value.isZero() && !value.isNegative(), path, "must be more than nothing");
    return value;
  }

  private Optional<Dkim> dkim() {
    String key = config.getString("delivery.dkim.key");
    String selector = config.getString("delivery.dkim.selector");
    SettingsReader.require(
        key.isEmpty() || selector.matches("[A-Za-z0-9._-]+"),
        "delivery.dkim.selector",
        "must name the key in DNS, such as quaily");
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dkim(config.getString("delivery.dkim.domain"), selector, Path.of(key)));
  }
}
