package com.quaily.service.delivery.social;

import com.quaily.dao.SocialDao;
import com.quaily.model.delivery.SocialConnection;
import com.quaily.model.delivery.SocialService;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what services said last about each channel's connection. */
public final class SocialConnections {

  private final SocialDao socialDao;
  private final Clock clock;

  public SocialConnections(SocialDao socialDao, Clock clock) {
    this.socialDao = socialDao;
    this.clock = clock;
  }

  Map<SocialService, SocialConnection> of(long channelId) {
    Map<SocialService, SocialConnection> found = new EnumMap<>(SocialService.class);
    socialDao
        .selectConnections(channelId)
        .forEach(connection -> found.put(connection.service(), connection));
    return found;
  }

  /** Whether the service refused the connection since it was saved last. */
  boolean isBroken(long channelId, SocialService service) {
    return Optional.ofNullable(of(channelId).get(service))
        .filter(SocialConnection::broken)
        .isPresent();
  }

  /** When the service wants the next request; empty = now. */
  Optional<Instant> pausedUntil(long channelId, SocialService service) {
    return Optional.ofNullable(of(channelId).get(service))
        .map(SocialConnection::retryAt)
        .filter(until -> until.isAfter(clock.instant()));
  }

  /** The service accepted the settings. */
  public void verified(long channelId, SocialService service, String account) {
    store(channelId, service, false, account, "", null);
  }

  /** The service did what it was asked for. */
  void worked(long channelId, SocialService service) {
    Optional<SocialConnection> known = Optional.ofNullable(of(channelId).get(service));
    if (known.isEmpty() || !known.get().message().isEmpty() || known.get().retryAt() != null) {
      store(channelId, service, false, account(known), "", null);
    }
  }

  /** The service did not. */
  void failed(long channelId, SocialService service, SocialException failure) {
    Optional<SocialConnection> known = Optional.ofNullable(of(channelId).get(service));
    boolean broken = failure.kind() == SocialException.Kind.DISCONNECTED;
    store(
        channelId,
        service,
        broken,
        account(known),
        failure.getMessage(),
        failure.retryAt().orElse(null));
  }

  private static String account(Optional<SocialConnection> known) {
    return known.map(SocialConnection::account).orElse("");
  }

  private void store(
      long channelId,
      SocialService service,
      boolean broken,
      String account,
      String message,
      Instant retryAt) {
    socialDao.upsertConnection(
        new SocialConnection(
            channelId, service, broken, account, message, clock.instant(), retryAt));
  }
}
