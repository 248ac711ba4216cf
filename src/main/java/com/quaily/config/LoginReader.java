package com.quaily.config;

import static com.quaily.config.SettingsReader.require;
import static com.quaily.config.SettingsReader.uri;

import com.quaily.service.account.GoogleSettings;
import com.quaily.service.challenge.ChallengeSettings;
import com.typesafe.config.Config;
import java.util.Optional;

/** Reads the settings for login and challenges. */
final class LoginReader {

  private static final int MAX_DIFFICULTY = 32;

  private final Config config;

  LoginReader(Config config) {
    this.config = config;
  }

  ChallengeSettings challenge() {
    String provider = config.getString("challenge.provider");
    return switch (provider) {
      case "none" -> new ChallengeSettings.None();
      case "turnstile" -> turnstile();
      case "proof-of-work" -> proofOfWork();
      default ->
          throw new SettingsException(
              "challenge.provider: must be “none”, “turnstile” or “proof-of-work”");
    };
  }

  private ChallengeSettings turnstile() {
    String siteKey = config.getString("challenge.turnstile.site-key");
    String secretKey = config.getString("challenge.turnstile.secret-key");
    require(
        !siteKey.isEmpty() && !secretKey.isEmpty(),
        "challenge.turnstile",
        "site-key and secret-key are required");
    return new ChallengeSettings.Turnstile(
        siteKey,
        secretKey,
        uri("challenge.turnstile.verify-url", config.getString("challenge.turnstile.verify-url")),
        config.getDuration("challenge.turnstile.timeout"));
  }

  private ChallengeSettings proofOfWork() {
    int difficulty = config.getInt("challenge.proof-of-work.difficulty");
    require(
        difficulty > 0 && difficulty <= MAX_DIFFICULTY,
        "challenge.proof-of-work.difficulty",
        "must be from 1 to " + MAX_DIFFICULTY);
    return new ChallengeSettings.ProofOfWork(difficulty);
  }

  Optional<GoogleSettings> google() {
    String id = config.getString("login.google.client-id");
    String secret = config.getString("login.google.client-secret");
    require(
        id.isEmpty() == secret.isEmpty(),
        "login.google",
        "client-id and client-secret must be set together");
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GoogleSettings(
                id,
                secret,
                uri(
                    "login.google.authorization-url",
                    config.getString("login.google.authorization-url")),
                uri("login.google.token-url", config.getString("login.google.token-url")),
                uri("login.google.user-info-url", config.getString("login.google.user-info-url")),
                config.getDuration("login.google.timeout")));
  }
}
