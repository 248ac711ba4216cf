package com.quaily.service.delivery.social;

import com.quaily.model.delivery.SocialService;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens of channels for a service, renewed before they end. */
final class OAuthTokens {

  private static final Duration EARLY = Duration.ofMinutes(1);

  private final SocialService service;
  private final Optional<OAuthEndpoint> endpoint;
  private final SocialAccounts accounts;
  private final TokenLock lock;
  private final Clock clock;

  /**
   * @param endpoint empty when the site has no application there
   */
  OAuthTokens(
      SocialService service,
      Optional<OAuthEndpoint> endpoint,
      SocialAccounts accounts,
      TokenLock lock,
      Clock clock) {
    this.service = service;
    this.endpoint = endpoint;
    this.accounts = accounts;
    this.lock = lock;
    this.clock = clock;
  }

  boolean isOffered() {
    return endpoint.isPresent();
  }

  /** A token that is valid for a minute at least. */
  String accessToken(SocialAccount account) throws SocialException {
    if (!endsSoon(account)) {
      return account.secret(name("access_token"));
    }
    if (!account.has(name("refresh_token")) || endpoint.isEmpty()) {
      throw expired();
    }
    return lock.whileHeld(account.channelId(), () -> renewed(account.channelId()));
  }

  private String renewed(long channelId) throws SocialException {
    // Another process may have renewed it in the meantime.
    SocialAccount current = accounts.load(channelId);
    if (!endsSoon(current)) {
      return current.secret(name("access_token"));
    }
    OAuthGrant grant =
        endpoint.orElseThrow(OAuthTokens::expired).refresh(current.secret(name("refresh_token")));
    accounts.save(channelId, settings(grant), secrets(grant));
    return grant.accessToken();
  }

  private boolean endsSoon(SocialAccount account) {
    return expiry(account).filter(end -> end.isBefore(clock.instant().plus(EARLY))).isPresent();
  }

  private Optional<Instant> expiry(SocialAccount account) {
    String end = account.text(name("token_expired_at"));
    try {
      return end.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(end));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The settings of a grant; what the service did not repeat stays as it is. */
  Map<String, Object> settings(OAuthGrant grant) {
    Map<String, Object> settings = new HashMap<>(grant.settings());
    settings.put(name("token_expired_at"), grant.expiresAt().map(Instant::toString).orElse(""));
    return settings;
  }

  Map<String, String> secrets(OAuthGrant grant) {
    return Map.of(
        name("access_token"), grant.accessToken(), name("refresh_token"), grant.refreshToken());
  }

  private String name(String part) {
    return service.wireName() + "_" + part;
  }

  private static SocialException expired() {
    return SocialException.disconnected("the connection has expired; connect again");
  }
}
