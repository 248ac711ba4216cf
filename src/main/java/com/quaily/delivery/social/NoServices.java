package com.quaily.delivery.social;

import java.util.Optional;
import java.util.Set;

/** For an installation without services: no channel has one connected. */
public final class NoServices implements SocialSender {

  @Override
  public Set<String> connected(long channelId) {
    return Set.of();
  }

  @Override
  public SocialOutcome send(SocialMessage message) {
    return new SocialOutcome(
        SocialOutcome.State.FAILED,
        message.service() + " is not connected",
        Optional.empty(),
        Optional.empty());
  }
}
