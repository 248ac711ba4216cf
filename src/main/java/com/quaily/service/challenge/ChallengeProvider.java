package com.quaily.service.challenge;

import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;

/** A kind of challenge. Implementations are safe for use by many threads. */
public interface ChallengeProvider {

  /** Whether there is anything to solve. */
  default boolean isDemanding() {
    return true;
  }

  /** What the provider knows this site by; empty when it needs nothing of the kind. */
  default String siteKey() {
    return "";
  }

  /** What a page needs to have it solved. */
  Challenge challenge();

  /**
   * Lets a request pass that solved it.
   *
   * @throws InvalidException when it did not
   * @throws UnavailableException when nobody can tell at the moment
   */
  void verify(Solution solution);

  /**
   * A challenge as pages see it.
   *
   * @param provider {@code none}, {@code turnstile} or {@code proof-of-work}
   * @param siteKey what the provider knows this site by; empty when it needs none
   * @param puzzle what is to be solved here and now; null when the provider's own script knows
   * @param difficulty bits that have to be zero; 0 without a puzzle
   */
  record Challenge(String provider, String siteKey, String puzzle, int difficulty) {}

  /**
   * What a request brought.
   *
   * @param action what it is about to do
   * @param token what solving gave; null when the request brought none
   * @param address where the request came from
   */
  record Solution(Action action, String token, String address) {}

  /** What is guarded. */
  enum Action {
    REQUEST_AUTH_CODE("request_auth_code"),
    SUBSCRIBE("subscribe");

    private final String wireName;

    Action(String wireName) {
      this.wireName = wireName;
    }

    /** As clients and providers name it. */
    public String wireName() {
      return wireName;
    }
  }
}
