package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.database.Database;
import com.quaily.model.Site;
import com.quaily.resource.account.AuthResource;
import com.quaily.resource.account.EphemeralTokenResource;
import com.quaily.resource.oauth.AppResource;
import com.quaily.resource.oauth.OAuthResource;
import com.quaily.service.account.AuthService;
import com.quaily.service.account.EphemeralTokens;
import com.quaily.service.account.GoogleLogin;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeSettings;
import com.quaily.service.challenge.NoChallenge;
import com.quaily.service.challenge.ProofOfWork;
import com.quaily.service.challenge.Turnstile;
import com.quaily.service.crypto.Signatures;
import com.quaily.service.oauth.OAuthApps;
import com.quaily.service.oauth.OAuthConsents;
import com.quaily.service.oauth.OAuthTokens;
import java.time.Clock;
import java.util.List;

/** Builds the ways in: for people, for applications, and past the challenge. */
public final class AuthWiring {

  private final ServiceWiring services;
  private final ChallengeProvider challengeProvider;
  private final GoogleLogin googleLogin;
  private final EphemeralTokens ephemeralTokens;
  private final OAuthApps oauthApps;
  private final OAuthConsents oauthConsents;
  private final OAuthTokens oauthTokens;

  AuthWiring(Settings settings, Database database, ServiceWiring services, Clock clock) {
    this.services = services;
    Site site = settings.site();
    AuthService authService = services.authService();
    Signatures signatures = new Signatures(database);
    challengeProvider = challengeProvider(settings.challenge(), database, signatures, clock);
    googleLogin = new GoogleLogin(settings.google(), authService, signatures, site);
    ephemeralTokens = new EphemeralTokens(database, authService, site, clock);
    oauthApps = new OAuthApps(database, site);
    oauthConsents = new OAuthConsents(database, oauthApps, clock);
    oauthTokens = new OAuthTokens(database, oauthApps, clock);
  }

  private static ChallengeProvider challengeProvider(
      ChallengeSettings settings, Database database, Signatures signatures, Clock clock) {
    if (settings instanceof ChallengeSettings.Turnstile turnstile) {
      return new Turnstile(turnstile);
    }
    return settings instanceof ChallengeSettings.ProofOfWork proofOfWork
        ? new ProofOfWork(database, signatures, proofOfWork.difficulty(), clock)
        : new NoChallenge();
  }

  ChallengeProvider challengeProvider() {
    return challengeProvider;
  }

  GoogleLogin googleLogin() {
    return googleLogin;
  }

  /** The applications that people can allow something. */
  public OAuthApps oauthApps() {
    return oauthApps;
  }

  /** What of this the API offers. */
  List<Object> resources(Views views) {
    return List.of(
        new AuthResource(services.authService(), challengeProvider, googleLogin, views.users()),
        new EphemeralTokenResource(ephemeralTokens, views.users()),
        new AppResource(oauthApps),
        new OAuthResource(oauthApps, oauthConsents, oauthTokens, services.userService()));
  }
}
