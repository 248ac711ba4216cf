package com.quaily.model.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a channel's own domain, and when it is looked at next.
 *
 * <p>A domain that does not lead here yet is looked at often in the beginning and ever less, until
 * it is kept for the channel no longer. A verified one is looked at once a day; when it leads
 * elsewhere, readers are served there until that has been so for three days and was seen four
 * times.
 *
 * @param expiredAt until when a domain that is not verified is kept for the channel; null when it
 *     is verified, or there is none to keep
 * @param checkCount looks since the domain was set
 * @param failures looks in a row that found a verified domain leading elsewhere
 * @param failedAt the first of those; null when there is none
 * @param nextCheckAt null = it is not looked at by itself any more
 */
public record DomainState(
    long channelId,
    String domain,
    DomainStatus status,
    Instant expiredAt,
    int checkCount,
    int failures,
    Instant failedAt,
    Instant nextCheckAt) {

  /** How long a domain is kept for the channel that set it, or had it verified once. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** Between setting a domain, or the last look, and the first look by itself. */
  public static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Duration DAILY = Duration.ofHours(22);
  private static final int SPREAD_MINUTES = 240;
  private static final int FAILURES = 4;
  private static final Duration PATIENCE = Duration.ofDays(3);
  private static final int DOUBLED_AT_MOST = 10;

  /** After a look that found the domain leading here. */
  public DomainState verified(Instant now) {
    // Not all at the same time of the day.
    Duration day = DAILY.plusMinutes(channelId % SPREAD_MINUTES);
    return new DomainState(
        channelId, domain, DomainStatus.VERIFIED, null, checkCount + 1, 0, null, now.plus(day));
  }

  /** After a look that its owner asked for and that found the domain leading elsewhere. */
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
        goesOn ? next : null);
  }

  /** After a look by itself that found the domain leading elsewhere. */
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
            now.plus(LONGEST_PAUSE));
  }
}
