package com.quaily.model.delivery;

import java.time.Instant;

/**
 * What is known about a channel's connection with a service.
 *
 * @param broken whether the service refused the credentials or the place; nothing is sent until the
 *     writer saves the settings again
 * @param account the name that the service has for the account or place; empty when unknown
 * @param message the service's own words about the last failure; empty when there was none
 * @param checkedAt when the service answered last
 * @param retryAt before which the service wants no more requests; null = now
 */
public record SocialConnection(
    long channelId,
    SocialService service,
    boolean broken,
    String account,
    String message,
    Instant checkedAt,
    Instant retryAt) {}
