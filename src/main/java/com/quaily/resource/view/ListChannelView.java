package com.quaily.resource.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel's posts are pushed besides email, for its writers; never contains a secret.
 *
 * @param id 0 if nothing was set
 * @param lineJwkPub the public key to register at LINE, a JSON Web Key; null while there is none
 * @param lineJwkPubDecoded the same, under the name that clients of the original show
 */
public record ListChannelView(
    long id,
    long listId,
    boolean telegramChannelEnabled,
    boolean telegramCustomBotEnabled,
    String telegramChannelId,
    String telegramChannelUrl,
    boolean discordChannelEnabled,
    String discordChannelId,
    String discordChannelInviteUrl,
    boolean lineChannelEnabled,
    String lineChannelId,
    String lineChannelBasicId,
    String lineChannelUrl,
    @Nullable String lineJwkPub,
    @Nullable String lineJwkPubDecoded,
    boolean hasLineKeys,
    boolean twitterChannelEnabled,
    String twitterAccountUrl,
    boolean blueskyChannelEnabled,
    String blueskyServiceUrl,
    String blueskyProfileUrl,
    String blueskyUsername,
    boolean slackChannelEnabled,
    String slackChannelId,
    String slackChannelName,
    String slackChannelInviteUrl,
    Instant createdAt,
    Instant updatedAt) {}
