package com.quaily.notice;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where notices for operators go.
 *
 * @param quietHours when only alerts are sent; empty = never
 * @param mail addresses of operators; empty = no mail
 * @param backupFile a file that each successful backup writes; empty = not watched
 * @param leastRoom percentage of a disk that must be free
 */
public record NoticeSettings(
    Optional<Telegram> telegram,
    List<String> mail,
    Optional<URI> webhook,
    Optional<QuietHours> quietHours,
    Optional<Path> backupFile,
    int leastRoom) {

  /**
   * A bot of Telegram.
   *
   * @param chat the number of a chat, or {@code @name} of a channel
   * @param api the server
   */
  public record Telegram(String token, String chat, URI api) {

    /** Omits the token. */
    @Override
    public String toString() {
      return "Telegram[chat=" + chat + "]";
    }
  }

  /** Whether anybody would receive a notice. */
  public boolean isConfigured() {
    return telegram.isPresent() || !mail.isEmpty() || webhook.isPresent();
  }

  /** Omits addresses and tokens. */
  @Override
  public String toString() {
    return "telegram %s, mail %s, webhook %s, quiet hours %s"
        .formatted(
            onOff(telegram.isPresent()),
            onOff(!mail.isEmpty()),
            onOff(webhook.isPresent()),
            quietHours.map(QuietHours::toString).orElse("none"));
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
