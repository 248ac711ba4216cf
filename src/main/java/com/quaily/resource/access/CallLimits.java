package com.quaily.resource.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.ClientNetwork;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.TooManyException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** Rate limits by the client's network, separate for each limit. Thread-safe. */
public final class CallLimits {

  private static final int ADDRESSES = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterAccess(Duration.ofHours(2)).build();

  /**
   * Counts a call.
   *
   * @param name the limit that the call counts towards
   * @param address the client's address
   * @param perHour sustained rate of calls
   * @param atOnce size of a burst
   * @throws TooManyException when the limit is exceeded, with the time to wait
   */
  public void take(String name, String address, int perHour, int atOnce) {
    ClientNetwork network = ClientNetwork.of(address);
    take(name + "\n" + network.narrow(), perHour, atOnce);
    network
        .wide()
        .ifPresent(
            wide ->
                take(
                    name + "\n" + wide,
                    perHour * ClientNetwork.WIDE_FACTOR,
                    atOnce * ClientNetwork.WIDE_FACTOR));
  }

  private void take(String key, int perHour, int atOnce) {
    ConsumptionProbe probe =
        buckets.get(key, unused -> bucket(perHour, atOnce)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyException(
          ErrorCode.TOO_MANY_REQUESTS, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private static Bucket bucket(int perHour, int atOnce) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perHour, Duration.ofHours(1)))
        .build();
  }
}
