package com.quaily.command.doctor;

import com.quaily.config.Settings;
import java.util.List;

/** What an operator should set before going live. */
final class OperatorCheck implements Check {

  private final Settings settings;

  OperatorCheck(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<Finding> look() {
    return List.of(notices(), secrets());
  }

  private Finding notices() {
    return settings.notices().isConfigured()
        ? Finding.ok("notices", settings.notices().toString())
        : Finding.warning(
            "notices",
            "alerts are only logged",
            "set notices.telegram, notices.mail or notices.webhook-url");
  }

  private Finding secrets() {
    return settings.hosting().secretsKey().isEmpty()
        ? Finding.warning(
            "secrets",
            "tokens of other services are stored as they are",
            "set channels.secrets-key (openssl rand -base64 32)")
        : Finding.ok("secrets", "tokens of other services are sealed");
  }
}
