package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel in API responses; clients call it a list.
 *
 * @param deliveryQuota deliveries that the channel may start in a day; null = any number
 * @param emailDenyList only for the channel's writers; otherwise empty
 * @param customDomainEnabled whether the owner enabled it; readers are served there once the status
 *     is 1
 * @param domainStatus 0 not yet checked, 1 points here, 2 points elsewhere
 * @param challengeSiteKey for the challenge provider's script; empty when there is none, or it
 *     needs no key
 * @param metrics omitted when the channel is nested in another object
 */
public record ChannelView(
    long id,
    String slug,
    String title,
    String avatarImageUrl,
    String faviconImageUrl,
    String description,
    String descriptionHtml,
    String tagline,
    String taglineHtml,
    long userId,
    List<Long> cooperators,
    boolean premiumPlansEnabled,
    @Nullable Long deliveryQuota,
    boolean emailChannelEnabled,
    List<String> emailDenyList,
    boolean customDomainEnabled,
    String domain,
    String canonicalBase,
    int domainStatus,
    @Nullable Instant domainCheckExpiredAt,
    int domainCheckCount,
    Map<String, Object> listOptions,
    Map<String, Object> textTemplates,
    String widgetCustomStyles,
    Instant createdAt,
    Instant updatedAt,
    UserView user,
    List<UserView> cousers,
    long subscriberCount,
    String telegramChannelUrl,
    String discordChannelInviteUrl,
    String lineChannelUrl,
    String twitterAccountUrl,
    String blueskyProfileUrl,
    String slackChannelInviteUrl,
    String challengeSiteKey,
    boolean isCooperated,
    @JsonInclude(JsonInclude.Include.NON_NULL) ListMetrics metrics) {

  /**
   * Statistics of a channel.
   *
   * @param totalPosts published posts
   * @param totalViews 0 when the channel hides it
   * @param totalReads 0 when the channel hides it
   * @param lastPublishedAt null = nothing is published
   */
  public record ListMetrics(
      long totalPosts,
      long totalViews,
      long totalReads,
      long totalSubscribers,
      long totalPremiumSubscribers,
      long totalPremiumPosts,
      @Nullable Instant lastPublishedAt) {}
}
