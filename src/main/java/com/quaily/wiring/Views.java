package com.quaily.wiring;

import com.quaily.model.Site;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.UserViews;
import com.quaily.service.analytics.ReaderStatistics;
import com.quaily.service.channel.ChannelService;
import com.quaily.service.post.MarkdownTexts;

/** The views of users, channels and posts that several modules share. */
record Views(
    ChannelService channelService,
    MarkdownTexts markdown,
    UserViews users,
    ChannelViews channels,
    PostViews posts) {

  static Views of(Modules modules, Site site) {
    ChannelService channelService = modules.channel().channelService();
    MarkdownTexts markdown = new MarkdownTexts(modules.page().markdown(), site);
    UserViews users =
        new UserViews(modules.account().userService(), modules.account().operators(), markdown);
    ReaderStatistics statistics = modules.analytics().statistics();
    ChannelViews channels =
        new ChannelViews(
            statistics,
            users,
            markdown,
            modules.account().challengeProvider(),
            modules.delivery().dailyQuota());
    PostViews posts =
        new PostViews(
            channelService,
            modules.post().postQueries(),
            statistics,
            users,
            channels,
            markdown,
            modules.post().coverCrops());
    return new Views(channelService, markdown, users, channels, posts);
  }
}
