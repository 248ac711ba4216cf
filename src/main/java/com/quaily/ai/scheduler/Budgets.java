package com.quaily.ai.scheduler;

import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.dao.AiBudgetDao;
import com.quaily.dao.AiKeyDao;
import com.quaily.model.ai.AiAttempt;
import com.quaily.model.ai.AiKey;
import com.quaily.model.ai.BudgetUse;
import com.quaily.model.ai.Reservation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Caps of tokens and money. An attempt reserves the most that it can use in the transaction that
 * claims its task, and what it did not use is given back in the one that ends it.
 */
public final class Budgets {

  private static final String SITE = "site";
  private static final String KEY = "key:";
  private static final int EXPIRED_AT_ONCE = 100;

  private final AiBudgetDao budgetDao;
  private final AiKeyDao keyDao;
  private final Caps site;
  private final Caps channel;
  private final Clock clock;

  /**
   * @param site caps of the whole site
   * @param channel caps of each channel
   */
  public Budgets(AiBudgetDao budgetDao, AiKeyDao keyDao, Caps site, Caps channel, Clock clock) {
    this.budgetDao = budgetDao;
    this.keyDao = keyDao;
    this.site = site;
    this.channel = channel;
    this.clock = clock;
  }

  /** The time until something is free again; empty while nothing is used up. */
  public Optional<Duration> exhausted(String caller, @Nullable Long channelId) {
    return accounts(caller, channelId, clock.instant()).stream()
        .filter(account -> account.cap().isReachedBy(account.use()))
        .map(Account::untilReset)
        .max(Duration::compareTo);
  }

  /**
   * Reserves, within the caller's transaction.
   *
   * @return false, with nothing reserved, when a cap would be exceeded
   */
  public boolean reserve(
      String caller, @Nullable Long channelId, long tokens, long micros, Instant now) {
    List<Account> accounts = accounts(caller, channelId, now);
    accounts.forEach(account -> account.add(tokens, micros));
    boolean fits =
        accounts.stream().noneMatch(account -> account.cap().isExceededBy(account.use()));
    if (!fits) {
      accounts.forEach(account -> account.add(-tokens, -micros));
    }
    return fits;
  }

  /**
   * Reserves for a call that is no task, within the caller's transaction.
   *
   * @param wanted without an id
   * @return the id for {@link #settle(long, long, long)}; empty, with nothing reserved, when a cap
   *     would be exceeded
   */
  public Optional<Long> hold(Reservation wanted) {
    boolean fits =
        reserve(
            wanted.caller(),
            wanted.channelId(),
            wanted.tokens(),
            wanted.micros(),
            wanted.reservedAt());
    return fits ? Optional.of(budgetDao.insertReservation(wanted)) : Optional.empty();
  }

  /**
   * Replaces a reservation by what was used, within the caller's transaction. One that has expired
   * was given back before.
   */
  public void settle(long reservationId, long tokens, long micros) {
    budgetDao
        .deleteReservation(reservationId)
        .ifPresent(
            held ->
                accounts(held.caller(), held.channelId(), held.reservedAt())
                    .forEach(
                        account -> account.add(tokens - held.tokens(), micros - held.micros())));
  }

  /** The reservations of processes that died. */
  List<Long> expired() {
    return budgetDao.selectExpiredReservations(clock.instant(), EXPIRED_AT_ONCE);
  }

  /** Replaces a reservation by what was used, within the caller's transaction. */
  void settle(String caller, AiAttempt attempt, long tokens, long micros) {
    accounts(caller, attempt.channelId(), attempt.startedAt())
        .forEach(
            account ->
                account.add(tokens - attempt.reservedTokens(), micros - attempt.reservedMicros()));
  }

  /**
   * The accounts with a cap. Everybody locks that of the site first, so that nobody waits in a
   * circle.
   */
  private List<Account> accounts(String caller, @Nullable Long channelId, Instant moment) {
    List<Account> accounts = new ArrayList<>();
    if (channelId != null) {
      add(accounts, "channel:" + channelId, channel, moment);
    }
    if (caller.startsWith(KEY)) {
      keyDao
          .select(Long.parseLong(caller.substring(KEY.length())))
          .ifPresent(key -> add(accounts, caller, caps(key), moment));
    }
    List<Account> ordered = new ArrayList<>();
    add(ordered, SITE, site, moment);
    if (ordered.isEmpty() && !accounts.isEmpty()) {
      ordered.add(new Account(SITE, day(moment), Cap.NONE, Duration.ZERO));
    }
    ordered.addAll(accounts);
    return ordered;
  }

  private static Caps caps(AiKey key) {
    return new Caps(
        new Cap(key.tokensADay(), key.microsADay()),
        new Cap(key.tokensAMonth(), key.microsAMonth()));
  }

  private void add(List<Account> accounts, String scope, Caps caps, Instant moment) {
    LocalDate today = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    if (!caps.day().isNone()) {
      accounts.add(new Account(scope, day(moment), caps.day(), until(today.plusDays(1))));
    }
    if (!caps.month().isNone()) {
      String month = today.toString().substring(0, "2026-11".length());
      LocalDate next = today.withDayOfMonth(1).plusMonths(1);
      accounts.add(new Account(scope, month, caps.month(), until(next)));
    }
  }

  private static String day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }

  private Duration until(LocalDate day) {
    return Duration.between(clock.instant(), day.atStartOfDay(ZoneOffset.UTC));
  }

  /** One scope in one period. */
  private final class Account {

    private final String scope;
    private final String period;
    private final Cap cap;
    private final Duration untilReset;

    Account(String scope, String period, Cap cap, Duration untilReset) {
      this.scope = scope;
      this.period = period;
      this.cap = cap;
      this.untilReset = untilReset;
    }

    Cap cap() {
      return cap;
    }

    Duration untilReset() {
      return untilReset;
    }

    void add(long tokens, long micros) {
      budgetDao.add(scope, period, tokens, micros);
    }

    BudgetUse use() {
      return budgetDao.select(scope, period).orElse(new BudgetUse(scope, period, 0, 0));
    }
  }
}
