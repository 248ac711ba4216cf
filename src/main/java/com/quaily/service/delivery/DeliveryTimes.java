package com.quaily.service.delivery;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The times for which deliveries can be scheduled. */
final class DeliveryTimes {

  /** Clients' clocks may be slightly behind ours. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  private static final String FIELD = "scheduled_at";

  private final Clock clock;

  DeliveryTimes(Clock clock) {
    this.clock = clock;
  }

  /** The time, if it is in the future; empty = at once. */
  Optional<Instant> later(Instant time) {
    Instant now = clock.instant();
    if (time != null && time.isBefore(now.minus(CLOCK_DIFFERENCE))) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, FIELD, "must be in the future");
    }
    return Optional.ofNullable(time).filter(given -> given.isAfter(now)).map(this::withinYears);
  }

  /** The time, which must be in the future. */
  Instant requireLater(Instant time) {
    return later(time)
        .orElseThrow(
            () -> new InvalidException(ErrorCode.INVALID_FIELD, FIELD, "must be in the future"));
  }

  private Instant withinYears(Instant time) {
    Instant now = clock.instant();
    Instant last = now.atOffset(ZoneOffset.UTC).plusYears(Limits.SCHEDULE_YEARS).toInstant();
    if (time.isAfter(last)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          FIELD,
          "can be at most " + Limits.SCHEDULE_YEARS + " years ahead");
    }
    return time;
  }
}
