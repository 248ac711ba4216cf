package com.quaily.resource.view;

import com.quaily.model.Caller;
import com.quaily.model.analytics.ChannelStatistics;
import com.quaily.model.channel.Channel;
import com.quaily.resource.view.ChannelView.ListMetrics;
import com.quaily.service.analytics.ReaderStatistics;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.post.MarkdownTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds channel views. */
public final class ChannelViews {

  private static final Set<String> OPEN_OPTIONS =
      Set.of(
          "accent",
          "bulletin",
          "comment_enabled",
          "comment_strategy",
          "feed_full_content_enabled",
          "language",
          "post_markdown_enabled",
          "shorten_url_enabled",
          "theme",
          "timezone",
          "tweets_enabled",
          "view_count_hidden");

  private final ReaderStatistics statistics;
  private final UserViews userViews;
  private final MarkdownTexts texts;
  private final ChallengeProvider challengeProvider;
  private final Optional<Long> deliveryQuota;

  /**
   * @param deliveryQuota deliveries that each channel may start in a day; empty = any number
   */
  public ChannelViews(
      ReaderStatistics statistics,
      UserViews userViews,
      MarkdownTexts texts,
      ChallengeProvider challengeProvider,
      Optional<Long> deliveryQuota) {
    this.statistics = statistics;
    this.userViews = userViews;
    this.texts = texts;
    this.challengeProvider = challengeProvider;
    this.deliveryQuota = deliveryQuota;
  }

  /** A channel with its statistics. */
  public ChannelView whole(Channel channel, Optional<Caller> caller) {
    return view(channel, caller, statistics(channel, caller));
  }

  /** A channel nested in another object. */
  public ChannelView brief(Channel channel) {
    return view(channel, Optional.empty(), null);
  }

  /** A channel's statistics, as far as this caller may see them. */
  public ListMetrics statistics(Channel channel, Optional<Caller> caller) {
    ChannelStatistics metric = statistics.ofChannel(channel);
    boolean hidden = hidesCounts(channel, caller);
    return new ListMetrics(
        metric.totalPosts(),
        hidden ? 0 : metric.totalViews(),
        hidden ? 0 : metric.totalReads(),
        metric.totalSubscribers(),
        metric.totalPremiumSubscribers(),
        metric.totalPremiumPosts(),
        metric.lastPublishedAt());
  }

  /** Whether only the channel's writers see view counts. */
  static boolean hidesCounts(Channel channel, Optional<Caller> caller) {
    return Boolean.TRUE.equals(channel.options().get("view_count_hidden"))
        && caller.filter(c -> channel.isWrittenBy(c.userId())).isEmpty();
  }

  /** The options that say how the channel looks and works; others are its owner's notes. */
  private static Map<String, Object> open(Map<String, Object> options) {
    Map<String, Object> open = new LinkedHashMap<>(options);
    open.keySet().retainAll(OPEN_OPTIONS);
    return open;
  }

  private ChannelView view(Channel channel, Optional<Caller> caller, ListMetrics numbers) {
    boolean written = caller.filter(c -> channel.isWrittenBy(c.userId())).isPresent();
    return new ChannelView(
        channel.id(),
        channel.slug(),
        channel.title(),
        channel.avatarImageUrl(),
        channel.faviconImageUrl(),
        channel.description(),
        texts.html(channel.description()),
        channel.tagline(),
        texts.html(channel.tagline()),
        channel.userId(),
        channel.cooperatorIds(),
        false,
        deliveryQuota.orElse(null),
        channel.emailChannelEnabled(),
        written ? channel.emailDenyList() : List.of(),
        channel.domainWanted(),
        channel.domain(),
        channel.canonicalBase(),
        channel.domainStatus().ordinal(),
        channel.domainCheckExpiredAt(),
        channel.domainCheckCount(),
        written ? channel.options() : open(channel.options()),
        written ? channel.textTemplates() : Map.of(),
        channel.widgetCustomStyles(),
        channel.createdAt(),
        channel.updatedAt(),
        userViews.open(channel.userId()),
        channel.cooperatorIds().stream().map(userViews::open).toList(),
        channel.subscribers(),
        channel.pushUrl("telegram_channel_url"),
        channel.pushUrl("discord_channel_invite_url"),
        channel.pushUrl("line_channel_url"),
        channel.pushUrl("twitter_account_url"),
        channel.pushUrl("bluesky_profile_url"),
        channel.pushUrl("slack_channel_invite_url"),
        challengeProvider.siteKey(),
        caller.filter(c -> channel.cooperatorIds().contains(c.userId())).isPresent(),
        numbers);
  }
}
