package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the API shows it; clients call it a list.
 *
 * @param deliveryQuota mails a month; null = no bound
 * @param emailDenyList for the channel's writers only; empty for everybody else
 * @param customDomainEnabled whether the owner wants it; readers are served there once the status
 *     is 1
 * @param domainStatus 0 not looked at yet, 1 leads here, 2 leads elsewhere
 * @param challengeSiteKey for the script of the challenge's provider; empty when there is none, or
 *     it needs no key
 * @param metrics left out where a channel stands inside something else
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
   * Numbers about a channel.
   *
   * @param totalPosts published ones
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
