package com.quaily.model.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * The verification state of a custom domain and the time of its next check.
 *
 * <p>An unverified domain is checked often at first, then less and less, until its reservation
 * expires. A verified domain is checked once a day. If it stops pointing here, it keeps serving
 * readers until at least four checks over three days have failed.
 *
 * @param expiredAt until when an unverified domain is reserved for the channel; null when it is
 *     verified, or there is none
 * @param checkCount checks since the domain was set
 * @param failures consecutive checks in which a verified domain pointed elsewhere
 * @param failedAt the first of those; null when there is none
 * @param nextCheckAt null = no more automatic checks
 * @param proven whether the channel has proved that it owns the domain
 */
public record DomainState(
    long channelId,
    String domain,
    DomainStatus status,
    Instant expiredAt,
    int checkCount,
    int failures,
    Instant failedAt,
    Instant nextCheckAt,
    boolean proven) {

  /** How long a domain is reserved for the channel that set it or once verified it. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** Between setting a domain, or the last check, and the first automatic check. */
  public static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Duration DAILY = Duration.ofHours(22);
  private static final int SPREAD_MINUTES = 240;
  private static final int FAILURES = 4;
  private static final Duration PATIENCE = Duration.ofDays(3);
  private static final int DOUBLED_AT_MOST = 10;

  /** After a check that found the domain pointing here and owned by the channel. */
  public DomainState verified(Instant now) {
    // Spreads checks over the day.
    Duration day = DAILY.plusMinutes(channelId % SPREAD_MINUTES);
    return new DomainState(
        channelId,
        domain,
        DomainStatus.VERIFIED,
        null,
        checkCount + 1,
        0,
        null,
        now.plus(day),
        true);
  }

  /** After a failed check that the owner requested. */
  public DomainState failed(Instant now) {
    Instant kept = status == DomainStatus.VERIFIED ? now.plus(KEPT) : expiredAt;
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(checkCount, DOUBLED_AT_MOST));
    Instant next = now.plus(doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
    boolean goesOn = kept != null && next.isBefore(kept);
    return new DomainState(
        channelId,
        domain,
        DomainStatus.FAILED,
        kept,
        checkCount + 1,
        0,
        null,
        goesOn ? next : null,
        proven);
  }

  /** After a failed automatic check. */
  public DomainState missed(Instant now) {
    Instant since = failedAt == null ? now : failedAt;
    boolean lost = failures + 1 >= FAILURES && !since.plus(PATIENCE).isAfter(now);
    return status != DomainStatus.VERIFIED || lost
        ? failed(now)
        : new DomainState(
            channelId,
            domain,
            status,
            expiredAt,
            checkCount + 1,
            failures + 1,
            since,
            now.plus(LONGEST_PAUSE),
            proven);
  }
}
