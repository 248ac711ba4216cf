package com.quaily.service.account;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.EphemeralTokenDao;
import com.quaily.database.Database;
import com.quaily.model.Caller;
import com.quaily.model.Site;
import com.quaily.model.account.EphemeralToken;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.service.crypto.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Hands a login on from the site to a channel's own domain, or back: by a token that works once,
 * for a minute, and at one origin.
 */
public final class EphemeralTokens {

  private static final Duration VALIDITY = Duration.ofSeconds(60);

  /** A program on the writer's machine: its tokens show previews and begin no session. */
  private static final URI EDITOR = URI.create("app://obsidian.md");

  private final Database database;
  private final EphemeralTokenDao ephemeralTokenDao;
  private final ChannelDao channelDao;
  private final AuthService authService;
  private final URI site;
  private final Clock clock;

  public EphemeralTokens(Database database, AuthService authService, Site site, Clock clock) {
    this.database = database;
    this.ephemeralTokenDao = database.dao(EphemeralTokenDao.class);
    this.channelDao = database.dao(ChannelDao.class);
    this.authService = authService;
    this.site = URI.create(site.baseUrl().toLowerCase(Locale.ROOT));
    this.clock = clock;
  }

  /**
   * Makes a token.
   *
   * @param origin scheme and host of the site or of a channel's own domain, or the editor's, whose
   *     token is good for previews only
   */
  public String issue(Caller caller, String origin) {
    URI target = parse(origin).filter(this::isOurs).orElseThrow(EphemeralTokens::unknownOrigin);
    Long credential = caller.credentialId();
    EphemeralToken handedOn =
        new EphemeralToken(
            caller.userId(),
            target.toString(),
            caller.kind() == Caller.Kind.API_KEY ? credential : null,
            caller.kind() == Caller.Kind.OAUTH ? credential : null);
    String token = Secrets.newToken();
    Instant expiresAt = clock.instant().plus(VALIDITY);
    database.inTransaction(
        () -> ephemeralTokenDao.insert(Secrets.hash(token), handedOn, expiresAt));
    return token;
  }

  /**
   * Uses a token up and begins a session with the same bounds as its maker's.
   *
   * @param origin where the request comes from; null when no browser says so
   */
  public AuthService.Login exchange(String token, String origin, String userAgent) {
    byte[] hash = Secrets.hash(token == null ? "" : token);
    // Used up even when the origin turns out to be a wrong one.
    EphemeralToken handedOn =
        database
            .inTransaction(() -> ephemeralTokenDao.take(hash, clock.instant()))
            .filter(taken -> !taken.origin().equals(EDITOR.toString()))
            .filter(taken -> origin == null || origin.equalsIgnoreCase(taken.origin()))
            .orElseThrow(() -> new UnauthorizedException(ErrorCode.EPHEMERAL_TOKEN_REFUSED));
    return authService.resume(handedOn, userAgent);
  }

  private static Optional<URI> parse(String origin) {
    try {
      URI uri = new URI(origin == null ? "" : origin.strip().toLowerCase(Locale.ROOT));
      boolean bare =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
      return bare
          ? Optional.of(new URI(uri.getScheme(), uri.getRawAuthority(), null, null, null))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(URI origin) {
    return origin.equals(site)
        || origin.equals(EDITOR)
        || (sharesDoor(origin) && isChannel(origin.getHost()));
  }

  /** The site and the channels' domains are reached by the same scheme and port; TLS is better. */
  private boolean sharesDoor(URI origin) {
    boolean same =
        site.getScheme().equals(origin.getScheme()) && site.getPort() == origin.getPort();
    return same || ("https".equals(origin.getScheme()) && origin.getPort() < 0);
  }

  private boolean isChannel(String host) {
    return channelDao.selectByDomain(host).filter(Channel::customDomainEnabled).isPresent();
  }

  private static InvalidException unknownOrigin() {
    return new InvalidException(
        ErrorCode.ORIGIN_UNKNOWN,
        "origin",
        "must be that of the site or of a channel's own domain");
  }
}
