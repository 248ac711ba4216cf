package com.quaily.resource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.ErrorCode;
import com.quaily.model.TooManyException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.time.Duration;

/** Counts calls of {@link RateLimited} endpoints by the address that they come from. */
@RateLimited
@Priority(Priorities.AUTHENTICATION - 100)
public final class RateLimitFilter implements ContainerRequestFilter {

  private static final int ADDRESSES = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterAccess(Duration.ofHours(2)).build();

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    RateLimited limit = resource.getResourceMethod().getAnnotation(RateLimited.class);
    String key = limit.name() + "\n" + servletRequest.getRemoteAddr();
    ConsumptionProbe probe =
        buckets.get(key, unused -> bucket(limit)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
      throw new TooManyException(ErrorCode.TOO_MANY_REQUESTS, wait);
    }
  }

  private static Bucket bucket(RateLimited rate) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(rate.atOnce()).refillGreedy(rate.perHour(), Duration.ofHours(1)))
        .build();
  }
}
