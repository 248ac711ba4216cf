package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.OAuthAppDao;
import com.quaily.dao.OAuthGrantDao;
import com.quaily.dao.OAuthTokenDao;
import com.quaily.database.Database;
import com.quaily.job.RecurringJob;
import com.quaily.resource.oauth.AppResource;
import com.quaily.resource.oauth.OAuthResource;
import com.quaily.resource.oauth.OwnAppResource;
import com.quaily.service.oauth.OAuthApps;
import com.quaily.service.oauth.OAuthConsents;
import com.quaily.service.oauth.OAuthTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** OAuth applications and their tokens. */
public final class OAuthModule implements ProgramModule {

  private final OAuthGrantDao oauthGrantDao;
  private final OAuthTokenDao oauthTokenDao;
  private final Clock clock;
  private final AccountModule accounts;
  private final OAuthApps apps;
  private final OAuthConsents consents;
  private final OAuthTokens tokens;

  OAuthModule(Settings settings, Database database, AccountModule accounts, Clock clock) {
    oauthGrantDao = database.dao(OAuthGrantDao.class);
    oauthTokenDao = database.dao(OAuthTokenDao.class);
    this.clock = clock;
    this.accounts = accounts;
    apps = new OAuthApps(database, database.dao(OAuthAppDao.class), oauthGrantDao, settings.site());
    consents = new OAuthConsents(database, oauthGrantDao, apps, clock);
    tokens = new OAuthTokens(database, oauthGrantDao, oauthTokenDao, apps, clock);
  }

  public OAuthApps apps() {
    return apps;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new AppResource(apps),
        new OwnAppResource(apps),
        new OAuthResource(apps, consents, tokens, accounts.userService()));
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(new RecurringJob("expired-grants", Duration.ofHours(1), this::deleteExpired));
  }

  private void deleteExpired() {
    Instant now = clock.instant();
    oauthGrantDao.deleteExpiredCodes(now);
    oauthTokenDao.deleteExpiredGrants(now);
    oauthTokenDao.deleteExpired(now);
  }
}
