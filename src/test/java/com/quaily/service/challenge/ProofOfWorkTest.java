package com.quaily.service.challenge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.dao.PuzzleDao;
import com.quaily.dao.ServerSecretDao;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.challenge.ChallengeProvider.Solution;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.crypto.Signatures;
import com.quaily.testing.SettableClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofOfWorkTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final ServerSecretDao secrets = () -> "0123456789abcdef0123456789abcdef";
  private final ProofOfWork underTest =
      new ProofOfWork(new SpentPuzzles(), new Signatures(secrets), 8, clock);

  /** Puzzles that were used, in memory. */
  private static final class SpentPuzzles implements PuzzleDao {
    private final Set<ByteBuffer> spent = new HashSet<>();

    @Override
    public int spend(byte[] puzzleHash, Instant expiresAt) {
      return spent.add(ByteBuffer.wrap(puzzleHash)) ? 1 : 0;
    }

    @Override
    public int deleteExpired(Instant now) {
      return 0;
    }
  }

  private String solved() {
    String puzzle = underTest.challenge().puzzle();
    int number = 0;
    while (Secrets.hash(puzzle + "." + number)[0] != 0) {
      number++;
    }
    return puzzle + "." + number;
  }

  private void verify(String token) {
    underTest.verify(new Solution(null, token, "192.0.2.1"));
  }

  private void assertRefused(String token) {
    InvalidException refusal = assertThrows(InvalidException.class, () -> verify(token));
    assertEquals(ErrorCode.CHALLENGE_FAILED, refusal.code());
  }

  @Test
  void aSolutionCountsOnce() {
    String token = solved();

    assertDoesNotThrow(() -> verify(token));
    assertRefused(token);
  }

  @Test
  void aSolutionCountsForHalfAnHour() {
    String inTime = solved();
    String late = solved();

    clock.advance(Duration.ofMinutes(30).minusSeconds(1));
    assertDoesNotThrow(() -> verify(inTime));
    clock.advance(Duration.ofSeconds(1));
    assertRefused(late);
  }

  @Test
  void aPuzzleWithALaterExpiryIsNotOurs() {
    String token = solved();
    long expiry = Long.parseLong(token.substring(0, token.indexOf('.')));

    assertRefused(token.replaceFirst("^\\d+", String.valueOf(expiry + 3600)));
  }
}
