package com.quaily.delivery.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How fast this process may send: all emails together and those to each domain. A turn is a point
 * in time; each turn moves the next one by the interval.
 */
public final class SendingRates {

  private static final int DOMAINS = 10_000;

  private final long interval;
  private final long domainInterval;
  private final Turn all = new Turn();
  private final Cache<String, Turn> domains =
      Caffeine.newBuilder().maximumSize(DOMAINS).expireAfterAccess(1, TimeUnit.HOURS).build();

  /**
   * @param perSecond emails a second; 0 = as many as possible
   * @param perDomain emails a second to one domain; 0 = as many as possible
   */
  public SendingRates(double perSecond, double perDomain) {
    interval = interval(perSecond);
    domainInterval = interval(perDomain);
  }

  private static long interval(double perSecond) {
    return perSecond == 0 ? 0 : Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  /** How long the next email must wait; takes its turn. Zero = not at all. */
  public Duration take() {
    return interval == 0 ? Duration.ZERO : all.reserve(interval);
  }

  /**
   * When the domain of an address may get the next email: zero = now, which takes the turn. Others
   * are told times that follow each other, and ask again then.
   */
  public Duration take(String address) {
    if (domainInterval == 0) {
      return Duration.ZERO;
    }
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return domains.get(domain, name -> new Turn()).take(domainInterval);
  }

  /** Points in time, in nanoseconds. */
  private static final class Turn {

    private long next = System.nanoTime();
    private long told = next;

    synchronized Duration reserve(long interval) {
      long now = System.nanoTime();
      long turn = Math.max(now, next);
      next = turn + interval;
      return Duration.ofNanos(turn - now);
    }

    synchronized Duration take(long interval) {
      long now = System.nanoTime();
      if (next <= now) {
        next = now + interval;
        return Duration.ZERO;
      }
      told = Math.max(told, now) + interval;
      return Duration.ofNanos(Math.max(told, next) - now);
    }
  }
}
