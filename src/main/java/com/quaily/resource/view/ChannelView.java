package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A channel as the API shows it; clients call it a list.
 *
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
    boolean customDomainEnabled,
    String domain,
    String canonicalBase,
    Map<String, Object> listOptions,
    Map<String, Object> textTemplates,
    String widgetCustomStyles,
    Instant createdAt,
    Instant updatedAt,
    UserView user,
    List<UserView> cousers,
    long subscriberCount,
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
      Instant lastPublishedAt) {}
}
