package com.quaily.service.oauth;

import com.quaily.dao.OAuthGrantDao;
import com.quaily.dao.OAuthTokenDao;
import com.quaily.database.Database;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.model.oauth.OAuthApp;
import com.quaily.model.oauth.OAuthCode;
import com.quaily.model.oauth.OAuthToken;
import com.quaily.service.account.AuthService;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives applications their tokens. A code works once, and a refresh token for half a minute after
 * its first use; whoever brings one again later may have stolen it, so that everything which
 * followed from the same consent ends.
 */
public final class OAuthTokens {

  private static final Duration ACCESS_VALIDITY = Duration.ofHours(1);
  private static final Duration REFRESH_VALIDITY = Duration.ofDays(90);

  /** A client that lost the answer, or two parts of it at once, may ask again for so long. */
  private static final Duration REFRESH_GRACE = Duration.ofSeconds(30);

  private final Database database;
  private final OAuthGrantDao oauthGrantDao;
  private final OAuthTokenDao oauthTokenDao;
  private final OAuthApps apps;
  private final Clock clock;

  public OAuthTokens(Database database, OAuthApps apps, Clock clock) {
    this.database = database;
    this.oauthGrantDao = database.dao(OAuthGrantDao.class);
    this.oauthTokenDao = database.dao(OAuthTokenDao.class);
    this.apps = apps;
    this.clock = clock;
  }

  /**
   * Exchanges a code or a refresh token.
   *
   * @throws UnauthorizedException when the application does not prove itself
   * @throws InvalidException when what it brings is worth nothing
   */
  public TokenPair exchange(TokenRequest request) {
    OAuthApp app = apps.authenticate(request.clientId(), request.clientSecret());
    String grantType = request.grantType() == null ? "" : request.grantType();
    // What is refused may end a grant first, in a transaction that commits.
    Optional<TokenPair> pair =
        switch (grantType) {
          case "authorization_code" -> database.inTransaction(() -> useCode(app, request));
          case "refresh_token" ->
              database.inTransaction(() -> useRefreshToken(app, request.refreshToken()));
          default ->
              throw new InvalidException(
                  ErrorCode.GRANT_TYPE_UNSUPPORTED, ErrorCode.GRANT_TYPE_UNSUPPORTED.message());
        };
    return pair.orElseThrow(
        () -> new InvalidException(ErrorCode.GRANT_REFUSED, ErrorCode.GRANT_REFUSED.message()));
  }

  private Optional<TokenPair> useCode(OAuthApp app, TokenRequest request) {
    byte[] hash = hash(request.code());
    Optional<OAuthCode> found = oauthGrantDao.selectCodeForUpdate(hash);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    OAuthCode code = found.get();
    if (code.grantId() != null) {
      oauthGrantDao.delete(code.grantId());
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!isFor(app, code, request) || !code.expiresAt().isAfter(now)) {
      return Optional.empty();
    }
    long grantId = oauthGrantDao.insert(app.id(), code.userId(), code.scopes(), now);
    oauthGrantDao.markCodeUsed(hash, grantId);
    return Optional.of(newPair(grantId, code.scopes(), now));
  }

  /** The redirect_uri may be left out where the code challenge proves as much. */
  private static boolean isFor(OAuthApp app, OAuthCode code, TokenRequest request) {
    CodeChallenge challenge = new CodeChallenge(code.codeChallenge(), code.codeChallengeMethod());
    boolean rightPlace =
        request.redirectUri() == null
            ? challenge.isPresent()
            : request.redirectUri().equals(code.redirectUri());
    return code.appId() == app.id() && rightPlace && challenge.isMetBy(request.codeVerifier());
  }

  private Optional<TokenPair> useRefreshToken(OAuthApp app, String refreshToken) {
    Instant now = clock.instant();
    Optional<OAuthToken> found =
        oauthTokenDao
            .selectByRefreshForUpdate(hash(refreshToken))
            .filter(token -> token.appId() == app.id());
    if (found.isEmpty() || !found.get().refreshExpiresAt().isAfter(now)) {
      return Optional.empty();
    }
    OAuthToken token = found.get();
    if (token.usedAt() == null) {
      oauthTokenDao.markUsed(token.id(), now);
    } else if (token.usedAt().plus(REFRESH_GRACE).isBefore(now)) {
      oauthGrantDao.delete(token.grantId());
      return Optional.empty();
    }
    return Optional.of(newPair(token.grantId(), token.scopes(), now));
  }

  private TokenPair newPair(long grantId, List<String> scopes, Instant now) {
    String access = AuthService.ACCESS_PREFIX + Secrets.newToken();
    String refresh = Secrets.newToken();
    Instant expiresAt = now.plus(ACCESS_VALIDITY);
    oauthTokenDao.insert(
        grantId,
        Secrets.hash(access),
        expiresAt,
        Secrets.hash(refresh),
        now.plus(REFRESH_VALIDITY));
    return new TokenPair(access, refresh, ACCESS_VALIDITY, expiresAt, scopes);
  }

  private static byte[] hash(String secret) {
    return Secrets.hash(secret == null ? "" : secret);
  }

  /** What an application sends; as in RFC 6749, 4.1.3 and 6, and RFC 7636. Nulls were not sent. */
  public record TokenRequest(
      String clientId,
      String clientSecret,
      String grantType,
      String code,
      String redirectUri,
      String codeVerifier,
      String refreshToken) {}

  /**
   * What an application gets.
   *
   * @param validity of the access token
   * @param scopes their wire names
   */
  public record TokenPair(
      String accessToken,
      String refreshToken,
      Duration validity,
      Instant expiresAt,
      List<String> scopes) {}
}
