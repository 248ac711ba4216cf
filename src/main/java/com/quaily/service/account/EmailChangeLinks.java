package com.quaily.service.account;

import com.quaily.dao.EmailChangeDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Transactions;
import com.quaily.model.account.EmailChange;
import com.quaily.model.account.User;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.crypto.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Links that take back a change of address. A link names its change and is signed; it works for
 * seven days.
 */
public final class EmailChangeLinks {

  private static final Duration VALIDITY = Duration.ofDays(7);
  private static final String PURPOSE = "email change";

  private final Transactions transactions;
  private final UserDao userDao;
  private final EmailChangeDao emailChangeDao;
  private final Credentials credentials;
  private final Signatures signatures;
  private final Clock clock;

  public EmailChangeLinks(
      Transactions transactions,
      UserDao userDao,
      EmailChangeDao emailChangeDao,
      Credentials credentials,
      Signatures signatures,
      Clock clock) {
    this.transactions = transactions;
    this.userDao = userDao;
    this.emailChangeDao = emailChangeDao;
    this.credentials = credentials;
    this.signatures = signatures;
    this.clock = clock;
  }

  /** The token of a change's link. */
  String token(EmailChange change) {
    return change.id() + "." + signatures.sign(PURPOSE, String.valueOf(change.id()));
  }

  /**
   * The user whose address a link restores. Changes nothing.
   *
   * @throws NotFoundException when the link is unknown, used or expired
   */
  public User find(String token) {
    return userDao.selectById(change(token).userId()).orElseThrow(EmailChangeLinks::unknown);
  }

  /**
   * Gives the account its old address back. Whoever changed it loses all access: sessions end, and
   * so do API keys and applications that were added since the change. Later changes cannot be taken
   * back.
   *
   * @throws NotFoundException as {@link #find} does
   */
  public User restore(String token) {
    return transactions.inTransaction(
        () -> {
          EmailChange change = change(token);
          if (emailChangeDao.deleteFrom(change.userId(), change.id()) == 0) {
            throw unknown();
          }
          userDao
              .selectByEmail(change.oldEmail())
              .filter(other -> other.id() != change.userId())
              .ifPresent(other -> replace(other, change));
          userDao.updateEmail(change.userId(), change.oldEmail());
          credentials.endAll(change.userId(), change.changedAt());
          return userDao.selectById(change.userId()).orElseThrow();
        });
  }

  /** An account that was created for the old address in the meantime makes way. */
  private void replace(User other, EmailChange change) {
    emailChangeDao.moveSubscriptions(other.id(), change.userId());
    userDao.updateEmail(other.id(), "replaced." + other.id() + "@account.invalid");
    credentials.endAll(other.id(), change.changedAt());
  }

  private EmailChange change(String token) {
    return idOf(token == null ? "" : token)
        .flatMap(emailChangeDao::selectById)
        .filter(change -> Secrets.equal(token(change), token))
        .filter(change -> clock.instant().isBefore(change.changedAt().plus(VALIDITY)))
        .orElseThrow(EmailChangeLinks::unknown);
  }

  private static Optional<Long> idOf(String token) {
    int dot = token.indexOf('.');
    try {
      return dot < 0 ? Optional.empty() : Optional.of(Long.parseLong(token.substring(0, dot)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Deletes changes that can no longer be taken back. */
  public void deleteExpired() {
    emailChangeDao.deleteBefore(clock.instant().minus(VALIDITY));
  }

  private static NotFoundException unknown() {
    return new NotFoundException(ErrorCode.EMAIL_CHANGE_NOT_FOUND);
  }
}
