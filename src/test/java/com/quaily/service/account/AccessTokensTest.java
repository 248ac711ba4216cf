package com.quaily.service.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.dao.ServerSecretDao;
import com.quaily.service.crypto.Signatures;
import com.quaily.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tokens that browsers hold for a quarter of an hour. */
class AccessTokensTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final ServerSecretDao secrets = () -> "0123456789abcdef0123456789abcdef";
  private final AccessTokens underTest = new AccessTokens(new Signatures(secrets), clock);

  @Test
  void aTokenActsForItsSessionForFifteenMinutes() {
    String token = underTest.issue(7);

    clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertEquals(Optional.of(7L), underTest.sessionOf(token));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), underTest.sessionOf(token));
  }

  @Test
  void aChangedTokenActsForNobody() {
    String token = underTest.issue(7);
    String later = token.replaceFirst("\\.(\\d+)\\.", ".9$1.");

    assertEquals(Optional.empty(), underTest.sessionOf(later));
    assertEquals(Optional.empty(), underTest.sessionOf(token.replace("qt.7.", "qt.8.")));
    assertEquals(Optional.empty(), underTest.sessionOf(token + "x"));
  }
}
