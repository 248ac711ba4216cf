package com.quaily.service.challenge;

import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;

/** A kind of challenge. Implementations are thread-safe. */
public interface ChallengeProvider {

  /** Whether there is a challenge to solve. */
  default boolean isDemanding() {
    return true;
  }

  /** The provider's key for this site; empty when it needs none. */
  default String siteKey() {
    return "";
  }

  /** What a page needs to present the challenge. */
  Challenge challenge();

  /**
   * Checks the solution of a request.
   *
   * @throws InvalidException when it is not solved
   * @throws UnavailableException when the provider cannot be reached
   */
  void verify(Solution solution);

  /**
   * A challenge as pages see it.
   *
   * @param provider {@code none}, {@code turnstile} or {@code proof-of-work}
   * @param siteKey the provider's key for this site; empty when it needs none
   * @param puzzle the challenge to solve; null when the provider's script has its own
   * @param difficulty required leading zero bits; 0 without a puzzle
   */
  record Challenge(String provider, String siteKey, String puzzle, int difficulty) {}

  /**
   * A request with its solution.
   *
   * @param action the protected action
   * @param token the solution; null when the request has none
   * @param address the client's address
   */
  record Solution(Action action, String token, String address) {}

  /** The protected actions. */
  enum Action {
    REQUEST_AUTH_CODE("request_auth_code"),
    SUBSCRIBE("subscribe"),
    REPORT("report");

    private final String wireName;

    Action(String wireName) {
      this.wireName = wireName;
    }

    /** The name for clients and providers. */
    public String wireName() {
      return wireName;
    }
  }
}
