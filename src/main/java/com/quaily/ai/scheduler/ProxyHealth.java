package com.quaily.ai.scheduler;

import com.quaily.model.ai.Outcome;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What this scheduler has seen of the proxies: a circuit breaker for each, which lets one call
 * through after a pause, and the mean time of their answers. Thread-safe.
 */
public final class ProxyHealth {

  private static final int WINDOW = 20;
  private static final int LEAST_CALLS = 5;
  private static final double WEIGHT_OF_NEWEST = 0.2;

  private final CircuitBreakerRegistry breakers;
  private final Map<String, Double> latencies = new ConcurrentHashMap<>();

  /**
   * @param pause of a broken proxy before it is tried again
   */
  public ProxyHealth(Duration pause) {
    breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(60)
                .slowCallRateThreshold(100)
                .waitDurationInOpenState(pause)
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(Duration.ofMinutes(2))
                .build());
  }

  /** Takes the permission for a call; {@link #report} gives it back. */
  boolean tryAcquire(String proxy) {
    return breaker(proxy).tryAcquirePermission();
  }

  /** Gives back a permission that was not used. */
  void release(String proxy) {
    breaker(proxy).releasePermission();
  }

  /** Whether the proxy is considered broken. */
  public boolean isBroken(String proxy) {
    return breaker(proxy).getState() == CircuitBreaker.State.OPEN;
  }

  /** The mean time of answers in milliseconds; 0 before the first. */
  public long latency(String proxy) {
    return Math.round(latencies.getOrDefault(proxy, 0.0));
  }

  /** Takes an ended call into account; only faults of the proxy count against it. */
  void report(String proxy, Outcome outcome, Duration time) {
    CircuitBreaker breaker = breaker(proxy);
    if (outcome.isFaultOfProxy()) {
      breaker.onError(time.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException(proxy));
    } else if (outcome == Outcome.COMPLETED) {
      breaker.onSuccess(time.toNanos(), TimeUnit.NANOSECONDS);
      latencies.merge(
          proxy,
          (double) time.toMillis(),
          (old, now) -> old * (1 - WEIGHT_OF_NEWEST) + now * WEIGHT_OF_NEWEST);
    } else {
      breaker.releasePermission();
    }
  }

  private CircuitBreaker breaker(String proxy) {
    return breakers.circuitBreaker(proxy);
  }
}
