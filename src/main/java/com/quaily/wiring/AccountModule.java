package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.ApiKeyDao;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.EmailChangeDao;
import com.quaily.dao.EphemeralTokenDao;
import com.quaily.dao.LoginCodeDao;
import com.quaily.dao.LoginLinkDao;
import com.quaily.dao.OAuthGrantDao;
import com.quaily.dao.OAuthTokenDao;
import com.quaily.dao.PuzzleDao;
import com.quaily.dao.ServerSecretDao;
import com.quaily.dao.SessionDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import com.quaily.page.message.PersonPages;
import com.quaily.resource.account.ApiKeyResource;
import com.quaily.resource.account.AuthResource;
import com.quaily.resource.account.EmailRestoreResource;
import com.quaily.resource.account.EphemeralTokenResource;
import com.quaily.resource.account.PersonPageResource;
import com.quaily.resource.account.UserResource;
import com.quaily.service.account.AccessTokens;
import com.quaily.service.account.ApiKeyNoticeHandler;
import com.quaily.service.account.ApiKeyService;
import com.quaily.service.account.AuthService;
import com.quaily.service.account.Credentials;
import com.quaily.service.account.EmailChangeLinks;
import com.quaily.service.account.EmailChangeNoticeHandler;
import com.quaily.service.account.EmailChangePages;
import com.quaily.service.account.EmailChanges;
import com.quaily.service.account.EphemeralTokens;
import com.quaily.service.account.GoogleLogin;
import com.quaily.service.account.LoginCodes;
import com.quaily.service.account.LoginLinks;
import com.quaily.service.account.Operators;
import com.quaily.service.account.UserService;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeSettings;
import com.quaily.service.challenge.NoChallenge;
import com.quaily.service.challenge.ProofOfWork;
import com.quaily.service.challenge.Turnstile;
import com.quaily.service.crypto.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Users and authentication: codes, sessions, API keys, challenges. */
public final class AccountModule implements ProgramModule {

  private static final Duration KEPT_FOR_LIMITS = Duration.ofHours(2);

  private final SessionDao sessionDao;
  private final LoginCodeDao loginCodeDao;
  private final LoginLinkDao loginLinkDao;
  private final EphemeralTokenDao ephemeralTokenDao;
  private final PuzzleDao puzzleDao;
  private final Clock clock;
  private final Signatures signatures;
  private final LoginCodes loginCodes;
  private final AccessTokens accessTokens;
  private final AuthService authService;
  private final LoginLinks loginLinks;
  private final UserService userService;
  private final Operators operators;
  private final EmailChanges emailChanges;
  private final EmailChangeLinks emailChangeLinks;
  private final EmailChangePages emailChangePages;
  private final PersonPages personPages;
  private final List<JobHandler<?>> jobHandlers;
  private final ApiKeyService apiKeyService;
  private final EphemeralTokens ephemeralTokens;
  private final ChallengeProvider challengeProvider;
  private final GoogleLogin googleLogin;

  AccountModule(
      Settings settings, Database database, PageModule pages, MailModule mail, Clock clock) {
    ApiKeyDao apiKeyDao = database.dao(ApiKeyDao.class);
    ChannelDao channelDao = database.dao(ChannelDao.class);
    ephemeralTokenDao = database.dao(EphemeralTokenDao.class);
    loginCodeDao = database.dao(LoginCodeDao.class);
    loginLinkDao = database.dao(LoginLinkDao.class);
    puzzleDao = database.dao(PuzzleDao.class);
    sessionDao = database.dao(SessionDao.class);
    UserDao userDao = database.dao(UserDao.class);
    this.clock = clock;
    signatures = new Signatures(database.dao(ServerSecretDao.class));
    loginCodes = new LoginCodes(database, loginCodeDao, clock);
    accessTokens = new AccessTokens(signatures, clock);
    authService =
        new AuthService(
            userDao,
            sessionDao,
            apiKeyDao,
            database.dao(OAuthTokenDao.class),
            loginCodes,
            accessTokens,
            mail.systemMailer(),
            clock);
    loginLinks = new LoginLinks(loginLinkDao, userDao, authService, clock);
    userService = new UserService(database, userDao, channelDao, pages.changeLog());
    operators = new Operators(settings.operators(), userDao);
    EmailChangeDao emailChangeDao = database.dao(EmailChangeDao.class);
    Credentials credentials =
        new Credentials(sessionDao, apiKeyDao, database.dao(OAuthGrantDao.class), clock);
    emailChanges =
        new EmailChanges(
            database, userDao, emailChangeDao, credentials, loginCodes, pages.jobQueue(), clock);
    emailChangeLinks =
        new EmailChangeLinks(database, userDao, emailChangeDao, credentials, signatures, clock);
    emailChangePages = new EmailChangePages(pages.renderer());
    personPages = new PersonPages(pages.renderer(), pages.urls());
    jobHandlers =
        List.of(
            new EmailChangeNoticeHandler(
                emailChangeDao, userDao, emailChangeLinks, mail.systemMailer()),
            new ApiKeyNoticeHandler(apiKeyDao, userDao, mail.systemMailer()));
    apiKeyService = new ApiKeyService(database, apiKeyDao, credentials, pages.jobQueue(), clock);
    ephemeralTokens =
        new EphemeralTokens(ephemeralTokenDao, channelDao, authService, settings.site(), clock);
    challengeProvider = challengeProvider(settings.challenge());
    googleLogin = new GoogleLogin(settings.google(), authService, signatures, settings.site());
  }

  private ChallengeProvider challengeProvider(ChallengeSettings settings) {
    if (settings instanceof ChallengeSettings.Turnstile turnstile) {
      return new Turnstile(turnstile);
    }
    return settings instanceof ChallengeSettings.ProofOfWork proofOfWork
        ? new ProofOfWork(puzzleDao, signatures, proofOfWork.difficulty(), clock)
        : new NoChallenge();
  }

  /** Creates and checks login codes. */
  public LoginCodes loginCodes() {
    return loginCodes;
  }

  /** Creates and checks the links that log somebody in once. */
  public LoginLinks loginLinks() {
    return loginLinks;
  }

  public AuthService authService() {
    return authService;
  }

  /** Signs what is not stored. */
  Signatures signatures() {
    return signatures;
  }

  public UserService userService() {
    return userService;
  }

  /** Who runs this site. */
  Operators operators() {
    return operators;
  }

  public ApiKeyService apiKeyService() {
    return apiKeyService;
  }

  ChallengeProvider challengeProvider() {
    return challengeProvider;
  }

  GoogleLogin googleLogin() {
    return googleLogin;
  }

  EphemeralTokens ephemeralTokens() {
    return ephemeralTokens;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new AuthResource(
            authService, challengeProvider, googleLogin, loginLinks, accessTokens, views.users()),
        new EphemeralTokenResource(ephemeralTokens, views.users()),
        new UserResource(
            userService, emailChanges, views.channelService(), views.users(), views.channels()),
        new EmailRestoreResource(emailChangeLinks, emailChangePages),
        new PersonPageResource(userService, views.channelService(), personPages),
        new ApiKeyResource(apiKeyService));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return jobHandlers;
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(new RecurringJob("expired-logins", Duration.ofHours(1), this::deleteExpired));
  }

  private void deleteExpired() {
    Instant now = clock.instant();
    sessionDao.deleteExpired(now);
    loginCodeDao.deleteExpired(now.minus(KEPT_FOR_LIMITS));
    loginLinkDao.deleteExpired(now);
    ephemeralTokenDao.deleteExpired(now);
    puzzleDao.deleteExpired(now);
    emailChangeLinks.deleteExpired();
  }
}
