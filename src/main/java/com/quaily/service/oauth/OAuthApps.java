package com.quaily.service.oauth;

import com.quaily.dao.OAuthAppDao;
import com.quaily.dao.OAuthGrantDao;
import com.quaily.database.Database;
import com.quaily.model.Caller;
import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.model.oauth.OAuthApp;
import com.quaily.service.crypto.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The applications that people can allow something. */
public final class OAuthApps {

  private final Database database;
  private final OAuthAppDao oauthAppDao;
  private final OAuthGrantDao oauthGrantDao;
  private final Site site;

  public OAuthApps(Database database, Site site) {
    this.database = database;
    this.oauthAppDao = database.dao(OAuthAppDao.class);
    this.oauthGrantDao = database.dao(OAuthGrantDao.class);
    this.site = site;
  }

  /**
   * The application of a client id.
   *
   * @throws NotFoundException when there is none, or it is disabled
   */
  public OAuthApp find(String appId) {
    return select(appId).orElseThrow(() -> new NotFoundException(ErrorCode.APP_NOT_FOUND));
  }

  private Optional<OAuthApp> select(String appId) {
    try {
      return oauthAppDao.selectByAppId(UUID.fromString(appId == null ? "" : appId));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Where the application receives codes, as a whole URL. */
  public String redirectUri(OAuthApp app) {
    return app.redirectUri().startsWith("/") ? site.url(app.redirectUri()) : app.redirectUri();
  }

  /**
   * The application that proves itself by its secret; a public one has none to show.
   *
   * @param secret null or empty when none was sent
   * @throws UnauthorizedException when there is no such application or the secret is not its own
   */
  OAuthApp authenticate(String clientId, String secret) {
    return select(clientId)
        .filter(app -> isSecretOf(app, secret == null ? "" : secret))
        .orElseThrow(() -> new UnauthorizedException(ErrorCode.CLIENT_REFUSED));
  }

  private boolean isSecretOf(OAuthApp app, String secret) {
    return app.confidential()
        ? oauthAppDao.hasSecret(app.id(), Secrets.hash(secret))
        : secret.isEmpty();
  }

  /**
   * Registers an application.
   *
   * @return with the secret, which is shown once; empty for a public client
   * @throws InvalidException when codes cannot be sent to its address
   */
  public NewApp register(Registration registration) {
    requireRedirectUri(registration.redirectUri());
    String secret = registration.confidential() ? Secrets.newToken() : "";
    byte[] hash = registration.confidential() ? Secrets.hash(secret) : null;
    OAuthApp app =
        database.inTransaction(
            () ->
                oauthAppDao.insert(
                    registration.userId(),
                    registration.name(),
                    registration.displayName(),
                    registration.redirectUri(),
                    registration.trusted(),
                    hash));
    return new NewApp(app, secret);
  }

  /** Any scheme will do, for programs on people's machines have their own. */
  private static void requireRedirectUri(String text) {
    try {
      URI uri = new URI(text);
      if (uri.isAbsolute() && uri.getRawFragment() == null) {
        return;
      }
    } catch (URISyntaxException e) {
      throw wrongRedirectUri();
    }
    throw wrongRedirectUri();
  }

  private static InvalidException wrongRedirectUri() {
    return new InvalidException(
        ErrorCode.INVALID_FIELD, "redirect_uri", "must be an absolute URL without a fragment");
  }

  /**
   * Takes back whatever the caller allowed an application; its tokens end at once.
   *
   * @throws NotFoundException when there is no such application
   */
  public void revoke(Caller caller, String appId) {
    OAuthApp app = find(appId);
    database.inTransaction(() -> oauthGrantDao.deleteAll(app.id(), caller.userId()));
  }

  /** The application that a caller is. */
  public OAuthApp of(Caller caller) {
    return oauthAppDao
        .selectByGrant(caller.credentialId())
        .orElseThrow(() -> new UnauthorizedException(ErrorCode.BAD_TOKEN));
  }

  /** What an application knows a person by, always the same and unlike what any other knows. */
  public String subject(OAuthApp app, User user) {
    byte[] hash = Secrets.hash(app.subjectSalt() + "\n" + user.uuid());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /**
   * An application to be.
   *
   * @param userId whoever registers it
   * @param trusted whether it may be allowed everything
   * @param confidential whether it can keep a secret
   */
  public record Registration(
      long userId,
      String name,
      String displayName,
      String redirectUri,
      boolean trusted,
      boolean confidential) {}

  /**
   * An application that was just registered.
   *
   * @param secret its whole text
   */
  public record NewApp(OAuthApp app, String secret) {}
}
