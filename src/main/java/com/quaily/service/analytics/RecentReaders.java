package com.quaily.service.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Remembers briefly who has read what, so that reloading a page counts once. It keeps only a hash
 * in memory, with a random salt that changes daily. No one, including the operator, can identify
 * readers or follow them from one day to the next.
 */
final class RecentReaders {

  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final int REMEMBERED = 500_000;
  private static final int SALT = 32;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<Mark, Boolean> seen =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(WINDOW).build();
  private Salt salt;

  RecentReaders(Clock clock) {
    this.clock = clock;
    this.salt = newSalt(today());
  }

  /**
   * Whether this is the first time within the window.
   *
   * @param what kind of event and post
   * @param who whatever distinguishes readers
   */
  boolean isFirst(String what, String who) {
    Mark mark = mark(todaysSalt(), what + "\n" + who);
    return seen.asMap().putIfAbsent(mark, Boolean.TRUE) == null;
  }

  private synchronized byte[] todaysSalt() {
    LocalDate today = today();
    if (!salt.day().equals(today)) {
      salt = newSalt(today);
    }
    return salt.bytes();
  }

  private Salt newSalt(LocalDate day) {
    byte[] bytes = new byte[SALT];
    random.nextBytes(bytes);
    return new Salt(day, bytes);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Mark mark(byte[] salt, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      return new Mark(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private record Mark(long first, long second) {}

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Salt(LocalDate day, byte[] bytes) {}
}
