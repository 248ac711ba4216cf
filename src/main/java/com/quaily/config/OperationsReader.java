package com.quaily.config;

import static com.quaily.config.SettingsReader.require;
import static com.quaily.config.SettingsReader.uri;

import com.quaily.metrics.MetricsSettings;
import com.quaily.notice.NoticeSettings;
import com.quaily.notice.QuietHours;
import com.typesafe.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what concerns the operator: notices, figures and reports of errors. */
final class OperationsReader {

  private static final Pattern TELEGRAM_TOKEN = Pattern.compile("[0-9]+:[A-Za-z0-9_-]+");
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final Config config;

  OperationsReader(Config config) {
    this.config = config;
  }

  NoticeSettings notices() {
    List<String> mail = config.getStringList("notices.mail");
    require(
        mail.stream().allMatch(address -> ADDRESS.matcher(address).matches()),
        "notices.mail",
        "must be a list of email addresses");
    int leastRoom = config.getInt("notices.least-room");
    require(
        leastRoom >= 0 && leastRoom < 100, "notices.least-room", "must be from 0 to 99 percent");
    return new NoticeSettings(
        telegram(),
        mail,
        text("notices.webhook-url").map(url -> uri("notices.webhook-url", url)),
        quietHours(),
        text("notices.backup-file").map(Path::of),
        leastRoom);
  }

  private Optional<NoticeSettings.Telegram> telegram() {
    String token = config.getString("notices.telegram.token");
    String chat = config.getString("notices.telegram.chat");
    require(
        token.isEmpty() == chat.isEmpty(),
        "notices.telegram",
        "token and chat must be set together");
    require(
        token.isEmpty() || TELEGRAM_TOKEN.matcher(token).matches(),
        "notices.telegram.token",
        "must be a bot's token, a number and a word with a colon between them");
    URI api = uri("notices.telegram.api-url", config.getString("notices.telegram.api-url"));
    return token.isEmpty()
        ? Optional.empty()
        : Optional.of(new NoticeSettings.Telegram(token, chat, api));
  }

  private Optional<QuietHours> quietHours() {
    ZoneId zone = zone();
    return text("notices.quiet-hours")
        .map(
            hours -> {
              try {
                return QuietHours.parse(hours, zone);
              } catch (DateTimeException | IllegalArgumentException e) {
                throw new SettingsException("notices.quiet-hours: must be like 22:00-07:00", e);
              }
            });
  }

  private ZoneId zone() {
    try {
      return text("notices.time-zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    } catch (DateTimeException e) {
      throw new SettingsException("notices.time-zone: must be like Europe/Berlin", e);
    }
  }

  MetricsSettings metrics() {
    String dsn = config.getString("errors.sentry-dsn");
    if (!dsn.isEmpty()) {
      URI address = uri("errors.sentry-dsn", dsn);
      require(
          address.getUserInfo() != null && address.getPath().length() > 1,
          "errors.sentry-dsn",
          "must be like https://key@host/project");
    }
    return new MetricsSettings(
        text("metrics.token"),
        dsn.isEmpty()
            ? Optional.empty()
            : Optional.of(new MetricsSettings.Sentry(dsn, config.getString("errors.environment"))));
  }

  private Optional<String> text(String path) {
    return Optional.of(config.getString(path)).filter(text -> !text.isEmpty());
  }
}
