package com.quaily.service.account;

import com.quaily.service.crypto.Secrets;
import com.quaily.service.crypto.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Short-lived bearer tokens for browsers whose session token is in a cookie that scripts cannot
 * read. A token names its session and its expiry and is signed; nothing is stored.
 *
 * <pre>
 * qt.{session id}.{expiry in Unix seconds}.{signature}
 * </pre>
 */
public final class AccessTokens {

  public static final Duration VALIDITY = Duration.ofMinutes(15);

  static final String PREFIX = "qt.";

  private static final String PURPOSE = "session access";

  private final Signatures signatures;
  private final Clock clock;

  public AccessTokens(Signatures signatures, Clock clock) {
    this.signatures = signatures;
    this.clock = clock;
  }

  /** A token that acts for this session for {@link #VALIDITY}, as long as the session lasts. */
  public String issue(long sessionId) {
    String content = sessionId + "." + clock.instant().plus(VALIDITY).getEpochSecond();
    return PREFIX + content + "." + signatures.sign(PURPOSE, content);
  }

  /** The session that a token acts for; empty when the token is forged, malformed or expired. */
  Optional<Long> sessionOf(String token) {
    String[] parts = token.substring(PREFIX.length()).split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    String content = parts[0] + "." + parts[1];
    if (!Secrets.equal(signatures.sign(PURPOSE, content), parts[2])) {
      return Optional.empty();
    }
    // The signature holds, so both numbers are ours.
    Instant expiry = Instant.ofEpochSecond(Long.parseLong(parts[1]));
    return clock.instant().isBefore(expiry)
        ? Optional.of(Long.parseLong(parts[0]))
        : Optional.empty();
  }
}
