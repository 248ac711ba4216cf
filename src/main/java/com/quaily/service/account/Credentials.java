package com.quaily.service.account;

import com.quaily.dao.ApiKeyDao;
import com.quaily.dao.OAuthGrantDao;
import com.quaily.dao.SessionDao;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Everything that acts for a user: sessions, API keys and grants of applications. */
public final class Credentials {

  private static final Duration RECENT = Duration.ofMinutes(10);

  private final SessionDao sessionDao;
  private final ApiKeyDao apiKeyDao;
  private final OAuthGrantDao oauthGrantDao;
  private final Clock clock;

  public Credentials(
      SessionDao sessionDao, ApiKeyDao apiKeyDao, OAuthGrantDao oauthGrantDao, Clock clock) {
    this.sessionDao = sessionDao;
    this.apiKeyDao = apiKeyDao;
    this.oauthGrantDao = oauthGrantDao;
    this.clock = clock;
  }

  /** Whether a session began with a login within the last ten minutes. */
  boolean isRecentLogin(long sessionId) {
    Instant now = clock.instant();
    return sessionDao
        .selectById(sessionId, now)
        .filter(session -> now.isBefore(session.loggedInAt().plus(RECENT)))
        .isPresent();
  }

  /** Ends all sessions of a user but this one. */
  void endOtherSessions(long userId, long sessionId) {
    sessionDao.deleteOthers(userId, sessionId);
  }

  /** Ends all sessions of a user, and the API keys and grants that were created since then. */
  void endAll(long userId, Instant since) {
    sessionDao.deleteAll(userId);
    apiKeyDao.deleteSince(userId, since);
    oauthGrantDao.deleteSince(userId, since);
  }
}
