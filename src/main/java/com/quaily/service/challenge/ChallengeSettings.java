package com.quaily.service.challenge;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The challenge that clients must solve before the system sends email to an address. */
public sealed interface ChallengeSettings {

  /** Origins whose scripts and frames the challenge needs; none for our own. */
  default List<String> scriptOrigins() {
    return List.of();
  }

  /** No challenge. */
  record None() implements ChallengeSettings {}

  /**
   * Cloudflare Turnstile, or a compatible service.
   *
   * @param verifyUrl where tokens are verified
   * @param timeout for the whole request
   */
  record Turnstile(String siteKey, String secretKey, URI verifyUrl, Duration timeout)
      implements ChallengeSettings {

    @Override
    public List<String> scriptOrigins() {
      return List.of("https://challenges.cloudflare.com");
    }

    /** Omits the secret. */
    @Override
    public String toString() {
      return "Turnstile[siteKey=" + siteKey + ", verifyUrl=" + verifyUrl + "]";
    }
  }

  /**
   * Our own proof of work.
   *
   * @param difficulty required leading zero bits; each doubles the work
   */
  record ProofOfWork(int difficulty) implements ChallengeSettings {}
}
