package com.quaily.resource.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel's posts are pushed besides email, for its writers; never contains a secret. A
 * text is null until somebody enters it.
 *
 * @param id 0 if nothing was set
 * @param secretsSet the wire names of the secrets that the owner entered
 * @param lineAssertionSigningKey the id that LINE gave the registered key
 * @param lineTestUserId who receives test messages at LINE
 * @param twitterProfile the connected account; null while there is none
 * @param twitterTokenExpiredAt empty when the token does not end
 * @param lineJwkPub the public key to register at LINE, a JSON Web Key; null while there is none
 * @param lineJwkPubDecoded the same, under the name that clients of the original show
 */
public record ListChannelView(
    long id,
    long listId,
    boolean telegramChannelEnabled,
    boolean telegramCustomBotEnabled,
    @Nullable String telegramChannelId,
    @Nullable String telegramChannelUrl,
    boolean discordChannelEnabled,
    @Nullable String discordChannelId,
    @Nullable String discordChannelInviteUrl,
    boolean lineChannelEnabled,
    @Nullable String lineChannelId,
    @Nullable String lineChannelBasicId,
    @Nullable String lineChannelUrl,
    @Nullable String lineJwkPub,
    @Nullable String lineJwkPubDecoded,
    @Nullable String lineAssertionSigningKey,
    @Nullable String lineTestUserId,
    boolean hasLineKeys,
    boolean twitterChannelEnabled,
    @Nullable String twitterAccountUrl,
    @Nullable String twitterTokenId,
    @Nullable Map<String, Object> twitterProfile,
    @Nullable String twitterTokenExpiredAt,
    boolean blueskyChannelEnabled,
    @Nullable String blueskyServiceUrl,
    @Nullable String blueskyProfileUrl,
    @Nullable String blueskyUsername,
    boolean slackChannelEnabled,
    @Nullable String slackChannelId,
    @Nullable String slackChannelName,
    @Nullable String slackChannelInviteUrl,
    @Nullable String slackTokenId,
    @Nullable Map<String, Object> slackProfile,
    @Nullable String slackTokenExpiredAt,
    boolean mastodonChannelEnabled,
    @Nullable String mastodonServerUrl,
    @Nullable String mastodonProfileUrl,
    List<String> secretsSet,
    ChannelView list,
    Instant createdAt,
    Instant updatedAt) {}
