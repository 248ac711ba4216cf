package com.quaily.service.account;

import com.quaily.dao.LoginCodeDao;
import com.quaily.database.Transactions;
import com.quaily.model.account.LoginCode;
import com.quaily.model.account.LoginScene;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.TooManyException;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Six-digit codes that verify an email address: they work once, expire after ten minutes or five
 * failed attempts, and are limited to ten per hour and address.
 */
public final class LoginCodes {

  static final Duration VALIDITY = Duration.ofMinutes(10);
  static final int MAX_ATTEMPTS = 5;
  static final int MAX_PER_HOUR = 10;
  private static final Duration HOUR = Duration.ofHours(1);

  private final Transactions transactions;
  private final LoginCodeDao loginCodeDao;
  private final Clock clock;

  public LoginCodes(Transactions transactions, LoginCodeDao loginCodeDao, Clock clock) {
    this.transactions = transactions;
    this.loginCodeDao = loginCodeDao;
    this.clock = clock;
  }

  /**
   * Creates a code for a normalized address.
   *
   * @throws TooManyException when the address requested too many codes
   */
  public String create(String email, LoginScene scene) {
    Instant now = clock.instant();
    String code = Secrets.newCode();
    transactions.inTransaction(
        () -> {
          transactions.lock("login codes " + email);
          List<Instant> before = loginCodeDao.selectTimes(email, now.minus(HOUR), MAX_PER_HOUR);
          if (before.size() == MAX_PER_HOUR) {
            Instant oldest = before.get(MAX_PER_HOUR - 1);
            throw new TooManyException(
                ErrorCode.TOO_MANY_CODES, Duration.between(now, oldest.plus(HOUR)));
          }
          loginCodeDao.insert(email, scene.wireName(), hash(email, code), now, now.plus(VALIDITY));
        });
    return code;
  }

  /**
   * Consumes a code.
   *
   * @throws InvalidException when it is wrong, used or expired
   * @throws TooManyException after five failed attempts, even if the code is right
   */
  public void redeem(String email, LoginScene scene, String code) {
    // The failed attempt is counted in a transaction that commits before the exception is thrown.
    Outcome outcome = transactions.inTransaction(() -> tryCode(email, scene, code));
    switch (outcome) {
      case RIGHT -> {}
      case EXHAUSTED -> throw new TooManyException(ErrorCode.TOO_MANY_ATTEMPTS, VALIDITY);
      case WRONG ->
          throw new InvalidException(
              ErrorCode.WRONG_CODE, "code", "it is wrong or has expired; request a new one");
    }
  }

  private Outcome tryCode(String email, LoginScene scene, String code) {
    Instant now = clock.instant();
    Optional<LoginCode> newest = loginCodeDao.selectNewestForUpdate(email, scene.wireName(), now);
    if (newest.isEmpty()) {
      return Outcome.WRONG;
    }
    LoginCode expected = newest.get();
    if (expected.attempts() >= MAX_ATTEMPTS) {
      return Outcome.EXHAUSTED;
    }
    if (!Secrets.equal(expected.codeHash(), hash(email, code == null ? "" : code.strip()))) {
      loginCodeDao.addAttempt(expected.id());
      return Outcome.WRONG;
    }
    loginCodeDao.markAllUsed(email, scene.wireName(), now);
    return Outcome.RIGHT;
  }

  private static byte[] hash(String email, String code) {
    return Secrets.hash(email + "\n" + code);
  }

  private enum Outcome {
    RIGHT,
    WRONG,
    EXHAUSTED
  }
}
