package com.quaily.service.oauth;

import com.quaily.dao.OAuthGrantDao;
import com.quaily.dao.OAuthTokenDao;
import com.quaily.database.Transactions;
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
 * Issues tokens. A code works once, and a refresh token for half a minute after its first use. If
 * one is used again later, it may have been stolen, so all tokens from the same consent are
 * revoked.
 */
public final class OAuthTokens {

  /** A client that lost the response, or that refreshes twice at once, may repeat the request. */
  private static final Duration REFRESH_GRACE = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final OAuthGrantDao oauthGrantDao;
  private final OAuthTokenDao oauthTokenDao;
  private final OAuthApps apps;
  private final Clock clock;

  public OAuthTokens(
      Transactions transactions,
      OAuthGrantDao oauthGrantDao,
      OAuthTokenDao oauthTokenDao,
      OAuthApps apps,
      Clock clock) {
    this.transactions = transactions;
    this.oauthGrantDao = oauthGrantDao;
    this.oauthTokenDao = oauthTokenDao;
    this.apps = apps;
    this.clock = clock;
  }

  /**
   * Exchanges a code or a refresh token.
   *
   * @throws UnauthorizedException when client authentication fails
   * @throws InvalidException when the code or token is invalid
   */
  public TokenPair exchange(TokenRequest request) {
    OAuthApp app = apps.authenticate(request.clientId(), request.clientSecret());
    String grantType = request.grantType() == null ? "" : request.grantType();
    // A rejection may first revoke a grant, in a transaction that commits.
    Optional<TokenPair> pair =
        switch (grantType) {
          case "authorization_code" -> transactions.inTransaction(() -> useCode(app, request));
          case "refresh_token" ->
              transactions.inTransaction(() -> useRefreshToken(app, request.refreshToken()));
          default ->
              throw new InvalidException(
                  ErrorCode.GRANT_TYPE_UNSUPPORTED, ErrorCode.GRANT_TYPE_UNSUPPORTED.message());
        };
    return pair.orElseThrow(
        () -> new InvalidException(ErrorCode.GRANT_REFUSED, ErrorCode.GRANT_REFUSED.message()));
  }

  private Optional<TokenPair> useCode(OAuthApp app, TokenRequest request) {
    byte[] hash = Secrets.hash(request.code());
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
    return Optional.of(newPair(app, grantId, code.scopes(), now));
  }

  /** The redirect_uri is optional with PKCE, which proves the same. */
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
            .selectByRefreshForUpdate(Secrets.hash(refreshToken))
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
    return Optional.of(newPair(app, token.grantId(), token.scopes(), now));
  }

  private TokenPair newPair(OAuthApp app, long grantId, List<String> scopes, Instant now) {
    String access = AuthService.ACCESS_PREFIX + Secrets.newToken();
    String refresh = Secrets.newToken();
    Duration validity = Duration.ofSeconds(app.accessValidity());
    Instant expiresAt = now.plus(validity);
    oauthTokenDao.insert(
        grantId,
        Secrets.hash(access),
        expiresAt,
        Secrets.hash(refresh),
        now.plusSeconds(app.refreshValidity()));
    return new TokenPair(access, refresh, validity, expiresAt, scopes);
  }

  /** A token request, as in RFC 6749, 4.1.3 and 6, and RFC 7636; null means not sent. */
  public record TokenRequest(
      String clientId,
      String clientSecret,
      String grantType,
      String code,
      String redirectUri,
      String codeVerifier,
      String refreshToken) {}

  /**
   * A token response.
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
