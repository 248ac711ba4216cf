package com.quaily.resource.view;

import com.quaily.model.Caller;
import com.quaily.model.Channel;
import com.quaily.resource.view.ChannelView.ListMetrics;
import com.quaily.service.ChannelService;
import com.quaily.service.MarkdownTexts;
import java.util.Optional;

/** Shows channels. */
public final class ChannelViews {

  private final ChannelService channelService;
  private final UserViews userViews;
  private final MarkdownTexts texts;

  public ChannelViews(ChannelService channelService, UserViews userViews, MarkdownTexts texts) {
    this.channelService = channelService;
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
        channel.customDomainEnabled(),
        channel.domain(),
        channel.canonicalBase(),
        channel.options(),
        channel.textTemplates(),
        channel.widgetCustomStyles(),
        channel.createdAt(),
        channel.updatedAt(),
        userViews.open(channel.userId()),
        channel.cooperatorIds().stream().map(userViews::open).toList(),
        metrics == null ? channelService.countSubscribers(channel) : metrics.totalSubscribers(),
        caller.filter(c -> channel.cooperatorIds().contains(c.userId())).isPresent(),
        metrics);
  }
}
