package com.quaily.delivery.social;

import java.util.Set;

/**
 * Posts a delivery's message to the social channels that a writer connected. The delivery calls it
 * once per target; a target is a service, such as {@code telegram}.
 */
public interface SocialSender {

  /**
   * The services that the channel has connected and enabled, by the names that {@code channels} of
   * a delivery request uses. Never null; empty if none is connected.
   */
  Set<String> connected(long channelId);

  /**
   * Sends the message and waits for the service's answer, for at most 60 seconds. Never throws for
   * what the service or the network did: the outcome says it.
   */
  SocialOutcome send(SocialMessage message);
}
