package com.quaily.service.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.ClientNetwork;
import com.quaily.model.Sha256;
import com.quaily.service.crypto.Secrets;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers briefly who has read what, so that reloading a page counts once. It keeps only a hash
 * in memory, with a random salt that changes daily. No one, including the operator, can identify
 * readers or follow them from one day to the next.
 */
final class RecentReaders {

  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final int REMEMBERED = 500_000;

  /** Readers of one post that a network can have within the window. */
  private static final int PER_NETWORK = 30;

  private final Clock clock;
  private final Cache<Mark, Boolean> seen =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(WINDOW).build();
  private final Cache<Mark, AtomicInteger> networks =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(WINDOW).build();
  private Salt salt;

  RecentReaders(Clock clock) {
    this.clock = clock;
    this.salt = new Salt(today(), Secrets.newToken());
  }

  /**
   * Whether this is the first time within the window.
   *
   * @param what kind of event and post
   * @param who whatever distinguishes readers
   */
  boolean isFirst(String what, String who) {
    return seen.asMap().putIfAbsent(mark(what, who), Boolean.TRUE) == null;
  }

  /**
   * Whether fewer readers than allowed came from the address's network within the window; counts
   * this one. One program can pretend to be many browsers, but has one network.
   *
   * @param what kind of event and post
   */
  boolean isAmongFew(String what, String address) {
    ClientNetwork network = ClientNetwork.of(address);
    return isBelow(PER_NETWORK, mark(what, network.narrow()))
        && network
            .wide()
            .map(wide -> isBelow(PER_NETWORK * ClientNetwork.WIDE_FACTOR, mark(what, wide)))
            .orElse(true);
  }

  private boolean isBelow(int limit, Mark network) {
    return networks.get(network, unused -> new AtomicInteger()).incrementAndGet() <= limit;
  }

  private Mark mark(String what, String who) {
    return Mark.of(todaysSalt() + what + "\n" + who);
  }

  private synchronized String todaysSalt() {
    LocalDate today = today();
    if (!salt.day().equals(today)) {
      salt = new Salt(today, Secrets.newToken());
    }
    return salt.text();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private record Mark(long first, long second) {

    static Mark of(String text) {
      ByteBuffer hash = ByteBuffer.wrap(Sha256.of(text));
      return new Mark(hash.getLong(), hash.getLong());
    }
  }

  private record Salt(LocalDate day, String text) {}
}
