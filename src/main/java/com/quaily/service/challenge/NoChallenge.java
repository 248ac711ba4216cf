package com.quaily.service.challenge;

/** Accepts everyone. */
public final class NoChallenge implements ChallengeProvider {

  @Override
  public boolean isDemanding() {
    return false;
  }

  @Override
  public Challenge challenge() {
    return new Challenge("none", siteKey(), null, 0);
  }

  @Override
  public void verify(Solution solution) {
    // Nothing to solve.
  }
}
