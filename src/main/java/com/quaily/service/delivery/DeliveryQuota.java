package com.quaily.service.delivery;

import com.quaily.dao.DeliveryTaskDao;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.TooManyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How often a channel may send in a day of UTC. */
final class DeliveryQuota {

  private final DeliveryTaskDao taskDao;
  private final int daily;
  private final Clock clock;

  /**
   * @param daily 0 = any number
   */
  DeliveryQuota(DeliveryTaskDao taskDao, int daily, Clock clock) {
    this.taskDao = taskDao;
    this.daily = daily;
    this.clock = clock;
  }

  /** Deliveries in a day; 0 = any number. */
  int daily() {
    return daily;
  }

  /** Deliveries that the channel can start today; 0 without a quota. */
  int left(long channelId) {
    return daily == 0 ? 0 : Math.max(0, daily - taskDao.countSince(channelId, today()));
  }

  /**
   * Exact if the caller holds the channel's lock.
   *
   * @throws TooManyException when the quota is used up
   */
  void require(long channelId) {
    if (daily > 0 && left(channelId) == 0) {
      Instant tomorrow = today().plus(1, ChronoUnit.DAYS);
      throw new TooManyException(
          ErrorCode.DELIVERY_QUOTA, Duration.between(clock.instant(), tomorrow));
    }
  }

  private Instant today() {
    return clock.instant().truncatedTo(ChronoUnit.DAYS);
  }
}
