package com.quaily.model;

import java.net.URI;
import java.time.Duration;

/** What programs have to solve before the system mails something to an address they name. */
public sealed interface ChallengeSettings {

  /** Nothing. */
  record None() implements ChallengeSettings {}

  /**
   * Cloudflare's Turnstile, or whatever speaks as it does.
   *
   * @param verifyUrl where tokens are verified
   * @param timeout for the whole exchange
   */
  record Turnstile(String siteKey, String secretKey, URI verifyUrl, Duration timeout)
      implements ChallengeSettings {

    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Turnstile[siteKey=" + siteKey + ", verifyUrl=" + verifyUrl + "]";
    }
  }

  /**
   * A puzzle of our own.
   *
   * @param difficulty bits that have to be zero; each doubles the work
   */
  record ProofOfWork(int difficulty) implements ChallengeSettings {}
}
