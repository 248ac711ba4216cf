package com.quaily.service.account;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.EphemeralTokenDao;
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
 * Transfers a login between the site and a custom domain with a token that works once, for a
 * minute, and at one origin.
 */
public final class EphemeralTokens {

  private static final Duration VALIDITY = Duration.ofSeconds(60);

  /** A program on the writer's computer: its tokens show previews and start no session. */
  private static final URI EDITOR = URI.create("app://obsidian.md");

  private final EphemeralTokenDao ephemeralTokenDao;
  private final ChannelDao channelDao;
  private final AuthService authService;
  private final URI site;
  private final Clock clock;

  public EphemeralTokens(
      EphemeralTokenDao ephemeralTokenDao,
      ChannelDao channelDao,
      AuthService authService,
      Site site,
      Clock clock) {
    this.ephemeralTokenDao = ephemeralTokenDao;
    this.channelDao = channelDao;
    this.authService = authService;
    this.site = URI.create(site.baseUrl().toLowerCase(Locale.ROOT));
    this.clock = clock;
  }

  /**
   * Creates a token.
   *
   * @param origin scheme and host of the site or of a custom domain, or the editor's origin, whose
   *     token is valid for previews only
   */
  public String issue(Caller caller, String origin) {
    URI target = parse(origin).filter(this::isOurs).orElseThrow(EphemeralTokens::unknownOrigin);
    Long credential = caller.credentialId();
    EphemeralToken handedOn =
        new EphemeralToken(
            caller.userId(),
            target.toString(),
            caller.kind() == Caller.Kind.API_KEY ? credential : null,
            caller.kind() == Caller.Kind.OAUTH ? credential : null,
            authService.loginTime(caller).orElse(null));
    String token = Secrets.newToken();
    Instant expiresAt = clock.instant().plus(VALIDITY);
    ephemeralTokenDao.insert(Secrets.hash(token), handedOn, expiresAt);
    return token;
  }

  /**
   * Uses a token and starts a session with the same limits as its creator's.
   *
   * @param origin the request's Origin header; null when there is none
   */
  public AuthService.Login exchange(String token, String origin, String userAgent) {
    byte[] hash = Secrets.hash(token);
    // Consumed even if the origin is wrong.
    EphemeralToken handedOn =
        ephemeralTokenDao
            .take(hash, clock.instant())
            .filter(taken -> !taken.origin().equals(EDITOR.toString()))
            .filter(taken -> origin == null || origin.equalsIgnoreCase(taken.origin()))
            .orElseThrow(() -> new UnauthorizedException(ErrorCode.EPHEMERAL_TOKEN_REFUSED));
    return authService.resume(handedOn, userAgent);
  }

  /** Uses a token up that shows previews to its creator; empty when it is no valid token. */
  public Optional<Caller> takePreviewer(String token) {
    return Optional.ofNullable(token)
        .flatMap(given -> ephemeralTokenDao.take(Secrets.hash(given), clock.instant()))
        .map(taken -> new Caller(taken.userId(), Caller.Kind.SESSION, 0));
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

  /** The site and custom domains use the same scheme and port; TLS is also accepted. */
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
        ErrorCode.ORIGIN_UNKNOWN, "origin", "must be the site or a channel's custom domain");
  }
}
