package com.quaily.service.subscription;

import com.quaily.dao.PreferencesDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.subscription.Cadence;
import com.quaily.model.subscription.Preferences;
import com.quaily.service.subscription.SubscriptionService.Opponent;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How readers want a channel's emails; the link in each email needs no account. */
public final class PreferenceService {

  private final Transactions transactions;
  private final PreferencesDao preferencesDao;
  private final SubscriptionService subscriptions;
  private final Clock clock;

  public PreferenceService(
      Transactions transactions,
      PreferencesDao preferencesDao,
      SubscriptionService subscriptions,
      Clock clock) {
    this.transactions = transactions;
    this.preferencesDao = preferencesDao;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  /**
   * What a reader chose, and can choose.
   *
   * @param channelTags the tags of the channel's posts, the most used first
   */
  public record Chosen(Opponent opponent, Preferences preferences, List<String> channelTags) {}

  /**
   * A reader's wishes; null keeps what was chosen before.
   *
   * @param pausedUntil a time that is over ends a pause
   */
  public record Wishes(
      Boolean emailEnabled, String cadence, Instant pausedUntil, List<String> tags) {}

  /**
   * What the reader of the trace, or the caller, chose; changes nothing.
   *
   * @param traceId null or empty = the caller's own
   * @throws com.quaily.model.error.NotFoundException when there is no such subscription
   */
  public Chosen find(Optional<Caller> caller, String channelKey, String traceId) {
    Opponent opponent = subscriptions.opponent(caller, traceId, channelKey);
    long id = opponent.subscription().id();
    Preferences preferences = preferencesDao.select(id).orElseThrow();
    return new Chosen(
        opponent,
        current(preferences),
        preferencesDao.selectTags(opponent.channel().id(), Limits.CHOSEN_TAGS));
  }

  /** A pause that is over is none. */
  private Preferences current(Preferences stored) {
    boolean paused = stored.pausedUntil() != null && stored.pausedUntil().isAfter(clock.instant());
    return new Preferences(
        stored.emailEnabled(),
        stored.cadence(),
        paused ? stored.pausedUntil() : null,
        stored.tags());
  }

  /**
   * Saves what the reader of the trace, or the caller, wishes.
   *
   * @param traceId null or empty = the caller's own
   */
  public Chosen update(Optional<Caller> caller, String channelKey, String traceId, Wishes wishes) {
    return transactions.inTransaction(
        () -> {
          Opponent opponent = subscriptions.opponent(caller, traceId, channelKey);
          long id = opponent.subscription().id();
          Preferences before = preferencesDao.select(id).orElseThrow();
          preferencesDao.update(id, merge(before, wishes), clock.instant());
          if (wishes.emailEnabled() != null && wishes.emailEnabled() != before.emailEnabled()) {
            subscriptions.setEmail(
                opponent.subscription().userId(), opponent.channel(), wishes.emailEnabled());
          }
          return find(caller, channelKey, traceId);
        });
  }

  private Preferences merge(Preferences before, Wishes wishes) {
    return new Preferences(
        before.emailEnabled(),
        wishes.cadence() == null ? before.cadence() : cadence(wishes.cadence()),
        wishes.pausedUntil() == null ? before.pausedUntil() : requireNear(wishes.pausedUntil()),
        wishes.tags() == null ? before.tags() : tags(wishes.tags()));
  }

  private static Cadence cadence(String name) {
    return Cadence.named(name)
        .orElseThrow(
            () ->
                new InvalidException(
                    ErrorCode.INVALID_FIELD, "cadence", "must be instant, daily or weekly"));
  }

  private Instant requireNear(Instant until) {
    Instant last = clock.instant().plus(Duration.ofDays(Limits.PAUSE_DAYS));
    if (until.isAfter(last)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "paused_until",
          "must be within " + Limits.PAUSE_DAYS + " days from now");
    }
    return until.isAfter(clock.instant()) ? until : null;
  }

  private static List<String> tags(List<String> names) {
    if (names.size() > Limits.CHOSEN_TAGS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "tags", "must be at most " + Limits.CHOSEN_TAGS);
    }
    Set<String> tags = new LinkedHashSet<>();
    for (String name : names) {
      tags.add(FieldValidator.requiredLine("tags", name, Limits.TAG));
    }
    return List.copyOf(tags);
  }
}
