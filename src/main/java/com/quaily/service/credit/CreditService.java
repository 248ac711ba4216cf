package com.quaily.service.credit;

import com.quaily.dao.CreditDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Slice;
import com.quaily.model.credit.CreditAccount;
import com.quaily.model.credit.CreditEntry;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.OptionsValidator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** User credit. Every change of a balance is an entry in the ledger. */
public final class CreditService {

  private static final int SCALE = 8;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
  private static final String CONSUME = "consume";

  private final Transactions transactions;
  private final CreditDao creditDao;
  private final Clock clock;

  public CreditService(Transactions transactions, CreditDao creditDao, Clock clock) {
    this.transactions = transactions;
    this.creditDao = creditDao;
    this.clock = clock;
  }

  /** The caller's account; an empty one if nothing was ever credited. */
  public CreditAccount account(Caller caller) {
    Instant now = clock.instant();
    return creditDao
        .selectAccount(caller.userId())
        .orElseGet(() -> new CreditAccount(0, caller.userId(), BigDecimal.ZERO, 1, now, now));
  }

  /** The entries of the caller's account, newest first. */
  public Slice<CreditEntry> ledger(Caller caller, int offset, int limit) {
    return new Slice<>(
        creditDao.selectEntries(caller.userId(), offset, limit),
        creditDao.countEntries(caller.userId()),
        offset,
        limit);
  }

  /**
   * Spends the caller's credit. If a source is given, repeating the request returns the same entry
   * without another charge.
   *
   * @throws ConflictException when there is not enough credit
   */
  public CreditEntry consume(Caller caller, Charge charge) {
    Charge checked = checked(charge);
    return change(caller.userId(), CONSUME, checked.amount().negate(), checked);
  }

  /** Credits a user, once for each source. */
  public CreditEntry grant(long userId, String action, Charge charge) {
    Charge checked = checked(charge);
    return change(userId, action, checked.amount(), checked);
  }

  private CreditEntry change(long userId, String action, BigDecimal amount, Charge charge) {
    return transactions.inTransaction(
        () -> {
          Instant now = clock.instant();
          creditDao.insertAccountIfAbsent(userId, now);
          CreditAccount account = creditDao.selectAccountForUpdate(userId).orElseThrow();
          Optional<CreditEntry> before =
              creditDao.selectBySource(userId, action, charge.sourceType(), charge.sourceId());
          if (before.isPresent()) {
            return before.get();
          }
          BigDecimal balance = account.balance().add(amount);
          if (balance.signum() < 0) {
            throw new ConflictException(ErrorCode.CREDIT_SHORT, ErrorCode.CREDIT_SHORT.message());
          }
          creditDao.updateBalance(userId, balance, now);
          return creditDao.insertEntry(
              new CreditEntry(
                  0,
                  userId,
                  0,
                  action,
                  amount,
                  balance,
                  "",
                  charge.sourceType(),
                  charge.sourceId(),
                  charge.meta(),
                  now));
        });
  }

  private static Charge checked(Charge charge) {
    BigDecimal amount = charge.amount();
    if (amount == null) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "amount_credit", "must not be empty");
    }
    // Checks the precision first: comparing a number such as 1e999999999 would never finish.
    boolean sound = amount.precision() <= 40 && Math.abs((long) amount.scale()) <= 40;
    if (!sound
        || amount.signum() <= 0
        || amount.compareTo(LARGEST) > 0
        || amount.stripTrailingZeros().scale() > SCALE) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "amount_credit",
          "must be greater than 0 and at most 1,000,000,000, with at most 8 decimals");
    }
    Map<String, Object> meta = charge.meta() == null ? Map.of() : charge.meta();
    OptionsValidator.requireSmall("meta", meta);
    return new Charge(
        amount,
        FieldValidator.line("source_type", charge.sourceType(), Limits.NAME),
        FieldValidator.line("source_id", charge.sourceId(), Limits.NAME),
        meta);
  }

  /**
   * An amount and its source.
   *
   * @param sourceType may be null
   * @param sourceId may be null
   * @param meta any data that the caller wants to store; may be null
   */
  public record Charge(
      BigDecimal amount, String sourceType, String sourceId, Map<String, Object> meta) {}
}
