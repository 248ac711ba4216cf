package com.quaily.resource.view;

import com.quaily.model.Caller;
import com.quaily.model.Channel;
import com.quaily.model.ChannelMetric;
import com.quaily.model.ChannelSettings;
import com.quaily.resource.view.ChannelView.ListMetrics;
import com.quaily.service.ChannelSettingsService;
import com.quaily.service.MarkdownTexts;
import com.quaily.service.analytics.Metrics;
import com.quaily.service.challenge.ChallengeProvider;
import java.util.List;
import java.util.Optional;

/** Shows channels. */
public final class ChannelViews {

  private final Metrics metrics;
  private final ChannelSettingsService settingsService;
  private final UserViews userViews;
  private final MarkdownTexts texts;
  private final ChallengeProvider challengeProvider;

  public ChannelViews(
      ChannelSettingsService settingsService,
      Metrics metrics,
      UserViews userViews,
      MarkdownTexts texts,
      ChallengeProvider challengeProvider) {
    this.settingsService = settingsService;
    this.metrics = metrics;
    this.userViews = userViews;
    this.texts = texts;
    this.challengeProvider = challengeProvider;
  }

  /** A channel with its numbers. */
  public ChannelView whole(Channel channel, Optional<Caller> caller) {
    return view(channel, caller, metrics(channel, caller));
  }

  /** A channel inside something else. */
  public ChannelView brief(Channel channel) {
    return view(channel, Optional.empty(), null);
  }

  /** A channel's numbers, as far as it shows them to this caller. */
  public ListMetrics metrics(Channel channel, Optional<Caller> caller) {
    ChannelMetric metric = metrics.ofChannel(channel);
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

  /** Whether only the channel's writers are told how often its posts are viewed. */
  static boolean hidesCounts(Channel channel, Optional<Caller> caller) {
    return Boolean.TRUE.equals(channel.options().get("view_count_hidden"))
        && caller.filter(c -> channel.isWrittenBy(c.userId())).isEmpty();
  }

  private ChannelView view(Channel channel, Optional<Caller> caller, ListMetrics numbers) {
    ChannelSettings settings = settingsService.get(channel.id());
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
        null,
        settings.emailChannelEnabled(),
        written ? settings.emailDenyList() : List.of(),
        settings.domainWanted(),
        channel.domain(),
        channel.canonicalBase(),
        settings.domainStatus().ordinal(),
        settings.domainCheckExpiredAt(),
        settings.domainCheckCount(),
        channel.options(),
        channel.textTemplates(),
        channel.widgetCustomStyles(),
        channel.createdAt(),
        channel.updatedAt(),
        userViews.open(channel.userId()),
        channel.cooperatorIds().stream().map(userViews::open).toList(),
        channel.subscribers(),
        settings.pushUrl("telegram_channel_url"),
        settings.pushUrl("discord_channel_invite_url"),
        settings.pushUrl("line_channel_url"),
        settings.pushUrl("twitter_account_url"),
        settings.pushUrl("bluesky_profile_url"),
        settings.pushUrl("slack_channel_invite_url"),
        challengeProvider.siteKey(),
        caller.filter(c -> channel.cooperatorIds().contains(c.userId())).isPresent(),
        numbers);
  }
}
