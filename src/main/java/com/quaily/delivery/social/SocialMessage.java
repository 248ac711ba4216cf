package com.quaily.delivery.social;

/**
 * What a delivery hands over for one service.
 *
 * @param taskId the delivery, for services that accept an idempotency key
 * @param service the name of the service, such as {@code telegram}
 * @param channelId the channel that sends
 * @param postId the published post
 */
public record SocialMessage(long taskId, String service, long channelId, long postId) {}
