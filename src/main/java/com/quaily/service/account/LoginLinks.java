package com.quaily.service.account;

import com.quaily.dao.LoginLinkDao;
import com.quaily.dao.UserDao;
import com.quaily.model.account.User;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;

/** Links that log a person in once, within ten minutes. Only the operator can create them. */
public final class LoginLinks {

  private static final Duration VALIDITY = Duration.ofMinutes(10);

  private final LoginLinkDao loginLinkDao;
  private final UserDao userDao;
  private final AuthService authService;
  private final Clock clock;

  public LoginLinks(
      LoginLinkDao loginLinkDao, UserDao userDao, AuthService authService, Clock clock) {
    this.loginLinkDao = loginLinkDao;
    this.userDao = userDao;
    this.authService = authService;
    this.clock = clock;
  }

  /** The token of a new link; it is stored as a hash only. */
  public String create(User user) {
    String token = Secrets.newToken();
    loginLinkDao.insert(Secrets.hash(token), user.id(), clock.instant().plus(VALIDITY));
    return token;
  }

  /**
   * Logs in with the token of a link, which is used up.
   *
   * @throws UnauthorizedException when the token is unknown, used or expired
   * @throws ForbiddenException when the account is disabled
   */
  public AuthService.Login login(String token, String userAgent) {
    User user =
        loginLinkDao
            .take(Secrets.hash(token == null ? "" : token), clock.instant())
            .flatMap(userDao::selectById)
            .orElseThrow(() -> new UnauthorizedException(ErrorCode.LOGIN_LINK_INVALID));
    return authService.startSession(user, userAgent);
  }
}
