package com.quaily.service.oauth;

import com.quaily.dao.OAuthAppDao;
import com.quaily.dao.OAuthGrantDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.model.oauth.GrantedApp;
import com.quaily.model.oauth.NewOAuthApp;
import com.quaily.model.oauth.OAuthApp;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.validation.FieldValidator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registered OAuth applications. */
public final class OAuthApps {

  private static final int SHORTEST = (int) Duration.ofMinutes(1).toSeconds();
  private static final int LONGEST = (int) Duration.ofDays(400).toSeconds();

  private final Transactions transactions;
  private final OAuthAppDao oauthAppDao;
  private final OAuthGrantDao oauthGrantDao;
  private final Site site;

  public OAuthApps(
      Transactions transactions, OAuthAppDao oauthAppDao, OAuthGrantDao oauthGrantDao, Site site) {
    this.transactions = transactions;
    this.oauthAppDao = oauthAppDao;
    this.oauthGrantDao = oauthGrantDao;
    this.site = site;
  }

  /**
   * The application with a client id.
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

  /** The application's redirect URI as an absolute URL. */
  public String redirectUri(OAuthApp app) {
    return app.redirectUri().startsWith("/") ? site.url(app.redirectUri()) : app.redirectUri();
  }

  /**
   * Authenticates an application by its secret; public clients have none.
   *
   * @param secret null or empty when none was sent
   * @throws UnauthorizedException when there is no such application or the secret is wrong
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
   * @throws InvalidException when its redirect URI is invalid
   */
  public NewApp register(NewOAuthApp registration) {
    requireRedirectUri(registration.redirectUri());
    requireValidity("access_validity", registration.accessValidity());
    requireValidity("refresh_validity", registration.refreshValidity());
    String secret = registration.confidential() ? Secrets.newToken() : "";
    byte[] hash = registration.confidential() ? Secrets.hash(secret) : null;
    OAuthApp app = transactions.inTransaction(() -> oauthAppDao.insert(registration, hash));
    return new NewApp(app, secret);
  }

  /**
   * Registers an application of the caller's own; it is never trusted.
   *
   * @throws InvalidException when a value is wrong or the caller has too many applications
   */
  public NewApp registerOwn(Caller caller, NewOAuthApp wanted) {
    NewOAuthApp checked =
        new NewOAuthApp(
            caller.userId(),
            FieldValidator.requiredLine("name", wanted.name(), Limits.NAME),
            FieldValidator.line("display_name", wanted.displayName(), Limits.NAME),
            FieldValidator.requiredLine("redirect_uri", wanted.redirectUri(), Limits.URL),
            FieldValidator.url("url", wanted.url(), Limits.URL),
            false,
            wanted.confidential());
    if (list(caller).size() >= Limits.OAUTH_APPS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "name",
          "a user can register at most " + Limits.OAUTH_APPS + " applications");
    }
    return register(checked);
  }

  /** The applications that the caller registered, newest first. */
  public List<OAuthApp> list(Caller caller) {
    return oauthAppDao.selectByUser(caller.userId());
  }

  /**
   * Deletes an application of the caller's; everything that users granted to it ends.
   *
   * @throws NotFoundException when the caller has no such application
   */
  public void delete(Caller caller, String appId) {
    OAuthApp app = find(appId);
    if (oauthAppDao.delete(app.appId(), caller.userId()) == 0) {
      throw new NotFoundException(ErrorCode.APP_NOT_FOUND);
    }
  }

  /** The applications that the caller allowed something, last used first. */
  public List<GrantedApp> granted(Caller caller) {
    return oauthGrantDao.selectByUser(caller.userId());
  }

  private static void requireValidity(String field, int seconds) {
    if (seconds < SHORTEST || seconds > LONGEST) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, field, "must be from one minute to 400 days");
    }
  }

  private static void requireRedirectUri(String text) {
    if (!RedirectUris.areSafe(text)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "redirect_uri",
          "must be an absolute https URL, an http URL of this machine, or a URL with a scheme of"
              + " the application's own, without a fragment");
    }
  }

  /**
   * Revokes everything that the caller granted to an application; its tokens end immediately.
   *
   * @throws NotFoundException when there is no such application
   */
  public void revoke(Caller caller, String appId) {
    OAuthApp app = find(appId);
    transactions.inTransaction(() -> oauthGrantDao.deleteAll(app.id(), caller.userId()));
  }

  /** The application of a caller. */
  public OAuthApp of(Caller caller) {
    return oauthAppDao
        .selectByGrant(caller.credentialId())
        .orElseThrow(() -> new UnauthorizedException(ErrorCode.BAD_TOKEN));
  }

  /** The user's id for this application, always the same and different for every application. */
  public String subject(OAuthApp app, User user) {
    byte[] hash = Secrets.hash(app.subjectSalt() + "\n" + user.uuid());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /**
   * A newly registered application.
   *
   * @param secret its whole text
   */
  public record NewApp(OAuthApp app, String secret) {}
}
