package com.quaily.service.account;

import com.quaily.dao.EmailChangeDao;
import com.quaily.dao.UserDao;
import com.quaily.database.DuplicateKeyException;
import com.quaily.database.Transactions;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Caller;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.account.EmailChange;
import com.quaily.model.account.LoginScene;
import com.quaily.model.account.User;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import java.time.Clock;

/**
 * Changes of login addresses. The address is the login, so the change takes a session that has just
 * begun, or a code that was sent to the old address. The old address gets a link that takes the
 * change back.
 */
public final class EmailChanges {

  /** Emails the old address. */
  public static final JobType<Notice> NOTICE = new JobType<>("email-changed", Notice.class);

  private final Transactions transactions;
  private final UserDao userDao;
  private final EmailChangeDao emailChangeDao;
  private final Credentials credentials;
  private final LoginCodes loginCodes;
  private final JobQueue jobQueue;
  private final Clock clock;

  public EmailChanges(
      Transactions transactions,
      UserDao userDao,
      EmailChangeDao emailChangeDao,
      Credentials credentials,
      LoginCodes loginCodes,
      JobQueue jobQueue,
      Clock clock) {
    this.transactions = transactions;
    this.userDao = userDao;
    this.emailChangeDao = emailChangeDao;
    this.credentials = credentials;
    this.loginCodes = loginCodes;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /** Data of {@link #NOTICE}. */
  public record Notice(long changeId) {}

  /**
   * A requested change.
   *
   * @param code sent to the new address
   * @param currentCode sent to the current address; null or empty = the login is recent
   */
  public record Request(String email, String code, String currentCode) {}

  /**
   * Changes the caller's address and ends the caller's other sessions.
   *
   * @throws ForbiddenException when the login is not recent and there is no code for the old
   *     address
   * @throws InvalidException when a code is wrong or another account has the address
   */
  public User change(Caller caller, Request request) {
    String address = EmailAddress.normalize(request.email());
    User user = userDao.selectById(caller.userId()).orElseThrow();
    requireProof(caller, user, request.currentCode());
    loginCodes.redeem(address, LoginScene.REPLACE_EMAIL, request.code());
    try {
      return transactions.inTransaction(() -> save(caller, user, address));
    } catch (DuplicateKeyException e) {
      throw taken();
    }
  }

  private void requireProof(Caller caller, User user, String currentCode) {
    if (currentCode != null && !currentCode.isBlank()) {
      loginCodes.redeem(user.email(), LoginScene.CURRENT_EMAIL, currentCode);
    } else if (!credentials.isRecentLogin(caller.credentialId())) {
      throw new ForbiddenException(
          ErrorCode.LOGIN_NOT_RECENT,
          "Log in again, or send current_code: a code with the scene current_email, which is sent"
              + " to your current address.");
    }
  }

  private User save(Caller caller, User user, String address) {
    if (address.equals(user.email())) {
      return user;
    }
    if (userDao.selectByEmail(address).isPresent()) {
      throw taken();
    }
    userDao.updateEmail(user.id(), address);
    credentials.endOtherSessions(user.id(), caller.credentialId());
    EmailChange change = emailChangeDao.insert(user.id(), user.email(), clock.instant());
    jobQueue.enqueue(NOTICE, String.valueOf(change.id()), new Notice(change.id()));
    return userDao.selectById(user.id()).orElseThrow();
  }

  private static InvalidException taken() {
    return new InvalidException(
        ErrorCode.INVALID_FIELD, "email", "another account uses this address");
  }
}
