package com.quaily.service.challenge;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What programs have to solve before the system mails something to an address they name. */
public sealed interface ChallengeSettings {

  /** Origins whose scripts and frames a page needs in which it is solved; none for our own. */
  default List<String> scriptOrigins() {
    return List.of();
  }

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

    @Override
    public List<String> scriptOrigins() {
      return List.of("https://challenges.cloudflare.com");
    }

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
