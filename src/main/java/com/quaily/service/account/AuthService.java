package com.quaily.service.account;

import com.quaily.dao.ApiKeyDao;
import com.quaily.dao.OAuthTokenDao;
import com.quaily.dao.SessionDao;
import com.quaily.dao.UserDao;
import com.quaily.delivery.mail.SystemMailer;
import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.account.EphemeralToken;
import com.quaily.model.account.LoginScene;
import com.quaily.model.account.NeutralName;
import com.quaily.model.account.Session;
import com.quaily.model.account.User;
import com.quaily.model.account.UserStatus;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.model.oauth.OAuthAccess;
import com.quaily.model.oauth.Scope;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Authentication: emailed codes, sessions, and request tokens. */
public final class AuthService {

  /** A session expires if it is unused for this long. */
  public static final Duration SESSION_VALIDITY = Duration.ofDays(90);

  /** The prefix of every application's access token; no other token contains a dot. */
  public static final String ACCESS_PREFIX = "qa.";

  /** Differs from the prefix of API keys, which a random token could otherwise start with. */
  private static final String SESSION_PREFIX = "qs.";

  private static final Duration TOUCH_AFTER = Duration.ofHours(1);
  private static final int MAX_USER_AGENT = 300;

  private final UserDao userDao;
  private final SessionDao sessionDao;
  private final ApiKeyDao apiKeyDao;
  private final OAuthTokenDao oauthTokenDao;
  private final LoginCodes loginCodes;
  private final AccessTokens accessTokens;
  private final SystemMailer mailer;
  private final Clock clock;

  public AuthService(
      UserDao userDao,
      SessionDao sessionDao,
      ApiKeyDao apiKeyDao,
      OAuthTokenDao oauthTokenDao,
      LoginCodes loginCodes,
      AccessTokens accessTokens,
      SystemMailer mailer,
      Clock clock) {
    this.userDao = userDao;
    this.sessionDao = sessionDao;
    this.apiKeyDao = apiKeyDao;
    this.oauthTokenDao = oauthTokenDao;
    this.loginCodes = loginCodes;
    this.accessTokens = accessTokens;
    this.mailer = mailer;
    this.clock = clock;
  }

  /** Emails a code; the result does not reveal whether the address is known. */
  public void sendCode(String email, String language, LoginScene scene) {
    String address = EmailAddress.normalize(email);
    String code = loginCodes.create(address, scene);
    mailer.sendCode(address, scene, code, Language.of(language));
  }

  /** Logs in with an emailed code; the first login with an address creates its user. */
  public Login login(String email, String code, String language, String userAgent) {
    String address = EmailAddress.normalize(email);
    loginCodes.redeem(address, LoginScene.LOGIN, code);
    return loginProven(address, "", language, userAgent);
  }

  /**
   * Logs in the verified owner of this address; the first login creates the user.
   *
   * @param address normalized
   * @param name for a new user; empty = a neutral one
   */
  public Login loginProven(String address, String name, String language, String userAgent) {
    Language spoken = Language.of(language);
    String shown = name.isEmpty() ? NeutralName.in(spoken) : name;
    User user = userDao.insertIfAbsent(address, shown, Map.of("language", spoken.tag()));
    return startSession(user, userAgent);
  }

  /**
   * Starts a session for an authenticated user.
   *
   * @throws ForbiddenException when the account is disabled
   */
  public Login startSession(User user, String userAgent) {
    return startSession(user, null, null, clock.instant(), userAgent);
  }

  /**
   * Continues a login from another origin with the same limits.
   *
   * @throws ForbiddenException when the account is disabled
   */
  public Login resume(EphemeralToken handedOn, String userAgent) {
    User user =
        userDao
            .selectById(handedOn.userId())
            .orElseThrow(() -> new UnauthorizedException(ErrorCode.BAD_TOKEN));
    Instant loggedInAt = handedOn.loggedInAt() == null ? clock.instant() : handedOn.loggedInAt();
    return startSession(user, handedOn.apiKeyId(), handedOn.grantId(), loggedInAt, userAgent);
  }

  private Login startSession(
      User user, Long apiKeyId, Long grantId, Instant loggedInAt, String userAgent) {
    if (user.status() != UserStatus.ACTIVE) {
      throw new ForbiddenException(ErrorCode.ACCOUNT_DISABLED);
    }
    String token = SESSION_PREFIX + Secrets.newToken();
    Instant now = clock.instant();
    String client = userAgent == null ? "" : userAgent.replace("\u0000", "");
    long id =
        sessionDao.insert(
            user.id(),
            apiKeyId,
            grantId,
            Secrets.hash(token),
            client.substring(0, Math.min(client.length(), MAX_USER_AGENT)),
            loggedInAt,
            now,
            now.plus(SESSION_VALIDITY));
    return new Login(user, token, id);
  }

  /**
   * The owner of a token or API key.
   *
   * @throws UnauthorizedException when it is unknown or has expired
   */
  public Caller authenticate(String token) {
    if (token.startsWith(ApiKeyService.PREFIX)) {
      return apiKeyDao
          .selectByHash(Secrets.hash(token))
          .map(key -> new Caller(key.userId(), Caller.Kind.API_KEY, key.id()))
          .orElseThrow(() -> new UnauthorizedException(ErrorCode.BAD_API_KEY));
    }
    Instant now = clock.instant();
    if (token.startsWith(ACCESS_PREFIX)) {
      return oauthTokenDao
          .selectAccess(Secrets.hash(token), now)
          .map(access -> application(access, now))
          .orElseThrow(() -> new UnauthorizedException(ErrorCode.BAD_TOKEN));
    }
    return session(token, now)
        .map(AuthService::caller)
        .orElseThrow(() -> new UnauthorizedException(ErrorCode.BAD_TOKEN));
  }

  /**
   * The session of a session token or of an access token that was issued for it; notes that it is
   * in use.
   */
  private Optional<Session> session(String token, Instant now) {
    Optional<Session> found =
        token.startsWith(AccessTokens.PREFIX)
            ? accessTokens.sessionOf(token).flatMap(id -> sessionDao.selectById(id, now))
            : sessionDao.selectByToken(Secrets.hash(token), now);
    found
        .filter(session -> session.lastUsedAt().plus(TOUCH_AFTER).isBefore(now))
        .ifPresent(session -> sessionDao.touch(session.id(), now, now.plus(SESSION_VALIDITY)));
    return found;
  }

  /**
   * Continues the session of a browser that keeps its session token in a cookie.
   *
   * @param token the session token; null when the browser sent none
   * @return empty when there is no such session
   */
  public Optional<Login> continueSession(String token) {
    if (token == null || !token.startsWith(SESSION_PREFIX)) {
      return Optional.empty();
    }
    return session(token, clock.instant())
        .flatMap(
            session ->
                userDao
                    .selectById(session.userId())
                    .map(user -> new Login(user, token, session.id())));
  }

  private static Caller caller(Session session) {
    if (session.grantId() != null) {
      return application(session.userId(), session.grantId(), session.scopes());
    }
    return session.apiKeyId() == null
        ? new Caller(session.userId(), Caller.Kind.SESSION, session.id())
        : new Caller(session.userId(), Caller.Kind.API_KEY, session.apiKeyId());
  }

  private Caller application(OAuthAccess access, Instant now) {
    if (access.lastAccessAt() == null || access.lastAccessAt().plus(TOUCH_AFTER).isBefore(now)) {
      oauthTokenDao.touchGrant(access.grantId(), now);
    }
    return application(access.userId(), access.grantId(), access.scopes());
  }

  private static Caller application(long userId, long grantId, List<String> scopes) {
    return new Caller(userId, Caller.Kind.OAUTH, grantId, Scope.ofAll(scopes));
  }

  /** Ends the caller's current session; does nothing for an API key. */
  public void logout(Caller caller) {
    if (caller.kind() == Caller.Kind.SESSION) {
      sessionDao.delete(caller.credentialId(), caller.userId());
    }
  }

  /** When the caller's session logged in; empty for other callers. */
  Optional<Instant> loginTime(Caller caller) {
    return caller.kind() == Caller.Kind.SESSION
        ? sessionDao.selectById(caller.credentialId(), clock.instant()).map(Session::loggedInAt)
        : Optional.empty();
  }

  /** The caller's sessions, most recently used first. */
  public List<Session> sessions(Caller caller) {
    return sessionDao.selectByUser(caller.userId(), clock.instant());
  }

  /**
   * Ends one of the caller's sessions.
   *
   * @throws NotFoundException when the caller has no such session
   */
  public void endSession(Caller caller, long id) {
    if (sessionDao.delete(id, caller.userId()) == 0) {
      throw new NotFoundException(ErrorCode.BAD_TOKEN, "There is no such session.");
    }
  }

  /**
   * A successful login.
   *
   * @param token shown once and stored as a hash only
   */
  public record Login(User user, String token, long sessionId) {}
}
