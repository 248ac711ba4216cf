package com.quaily.wiring;

import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.UserViews;

/** What resources of several parts show people, channels and posts with. */
record Views(UserViews users, ChannelViews channels, PostViews posts) {

  static Views of(Backend backend) {
    ServiceWiring services = backend.services();
    UserViews users = new UserViews(services.userService(), services.markdownTexts());
    ChannelViews channels =
        new ChannelViews(
            backend.numbers().metrics(),
            users,
            services.markdownTexts(),
            backend.auth().challengeProvider());
    PostViews posts =
        new PostViews(
            services.channelService(),
            services.postReading(),
            backend.numbers().metrics(),
            users,
            channels,
            services.markdownTexts());
    return new Views(users, channels, posts);
  }
}
