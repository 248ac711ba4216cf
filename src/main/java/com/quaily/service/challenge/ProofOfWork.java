package com.quaily.service.challenge;

import com.quaily.dao.PuzzleDao;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.crypto.Signatures;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proof-of-work challenge that takes the visitor's computer a moment and does not affect privacy.
 * It is {@code <expiry in Unix seconds>.<random>.<signature>}; the solution is {@code
 * <puzzle>.<number>} whose SHA-256 starts with the required number of zero bits. Nothing is stored
 * until it is solved; after that it cannot be used again.
 */
public final class ProofOfWork implements ChallengeProvider {

  private static final Duration VALIDITY = Duration.ofMinutes(30);
  private static final int HASH_BITS = 256;
  private static final int RANDOM_BYTES = 16;
  private static final String PURPOSE = "proof-of-work";
  private static final Pattern SOLUTION =
      Pattern.compile("((\\d{1,12})\\.[0-9a-f]{32})\\.([A-Za-z0-9_-]{43})\\.\\d{1,20}");

  private final PuzzleDao puzzleDao;
  private final Signatures signatures;
  private final int difficulty;
  private final Clock clock;

  /**
   * @param difficulty required zero bits; each doubles the work
   */
  public ProofOfWork(PuzzleDao puzzleDao, Signatures signatures, int difficulty, Clock clock) {
    this.puzzleDao = puzzleDao;
    this.signatures = signatures;
    this.difficulty = difficulty;
    this.clock = clock;
  }

  @Override
  public Challenge challenge() {
    long expiry = clock.instant().plus(VALIDITY).getEpochSecond();
    String signed = expiry + "." + Secrets.newHex(RANDOM_BYTES);
    return new Challenge(
        "proof-of-work", siteKey(), signed + "." + signatures.sign(PURPOSE, signed), difficulty);
  }

  @Override
  public void verify(Solution solution) {
    String token = solution.token() == null ? "" : solution.token();
    Matcher parts = SOLUTION.matcher(token);
    if (!parts.matches() || zeroBits(token) < difficulty) {
      throw failed();
    }
    String signed = parts.group(1);
    Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
    if (!isOurs(signed, parts.group(3)) || !expiresAt.isAfter(clock.instant())) {
      throw failed();
    }
    if (puzzleDao.spend(Secrets.hash(signed), expiresAt) == 0) {
      throw failed();
    }
  }

  private boolean isOurs(String signed, String signature) {
    return Secrets.equal(
        signatures.sign(PURPOSE, signed).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private static int zeroBits(String token) {
    return HASH_BITS - new BigInteger(1, Secrets.hash(token)).bitLength();
  }

  private static InvalidException failed() {
    return new InvalidException(
        ErrorCode.CHALLENGE_FAILED,
        "challenge-token",
        "the challenge was not solved, was already used, or has expired; get a new one from GET"
            + " /c");
  }
}
