package com.quaily.resource.view;

import com.quaily.model.Caller;
import com.quaily.model.Channel;
import com.quaily.model.ChannelSettings;
import com.quaily.resource.view.ChannelView.ListMetrics;
import com.quaily.service.ChannelService;
import com.quaily.service.ChannelSettingsService;
import com.quaily.service.MarkdownTexts;
import java.util.List;
import java.util.Optional;

/** Shows channels. */
public final class ChannelViews {

  private final ChannelService channelService;
  private final ChannelSettingsService settingsService;
  private final UserViews userViews;
  private final MarkdownTexts texts;

  public ChannelViews(
      ChannelService channelService,
      ChannelSettingsService settingsService,
      UserViews userViews,
      MarkdownTexts texts) {
    this.channelService = channelService;
    this.settingsService = settingsService;
    this.userViews = userViews;
    this.texts = texts;
  }

  /** A channel with its numbers. */
  public ChannelView whole(Channel channel, Optional<Caller> caller) {
    return view(channel, caller, metrics(channel));
  }

  /** A channel inside something else. */
  public ChannelView brief(Channel channel) {
    return view(channel, Optional.empty(), null);
  }

  public ListMetrics metrics(Channel channel) {
    return new ListMetrics(
        channelService.countPublishedPosts(channel), channelService.countSubscribers(channel));
  }

  private ChannelView view(Channel channel, Optional<Caller> caller, ListMetrics metrics) {
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
        metrics == null ? channelService.countSubscribers(channel) : metrics.totalSubscribers(),
        settings.pushUrl("telegram_channel_url"),
        settings.pushUrl("discord_channel_invite_url"),
        settings.pushUrl("line_channel_url"),
        settings.pushUrl("twitter_account_url"),
        settings.pushUrl("bluesky_profile_url"),
        settings.pushUrl("slack_channel_invite_url"),
        "",
        caller.filter(c -> channel.cooperatorIds().contains(c.userId())).isPresent(),
        metrics);
  }
}
