package com.quaily.wiring;

import com.quaily.model.Site;
import com.quaily.resource.ApiApplication;
import com.quaily.resource.ApiKeyResource;
import com.quaily.resource.AppResource;
import com.quaily.resource.AttachmentResource;
import com.quaily.resource.AuthFilter;
import com.quaily.resource.AuthResource;
import com.quaily.resource.ChannelResource;
import com.quaily.resource.ConfigResource;
import com.quaily.resource.DeliveryResource;
import com.quaily.resource.EphemeralTokenResource;
import com.quaily.resource.ErrorMapper;
import com.quaily.resource.FailureData;
import com.quaily.resource.OAuthResource;
import com.quaily.resource.PageFailures;
import com.quaily.resource.PhotoResource;
import com.quaily.resource.PostResource;
import com.quaily.resource.PreviewResource;
import com.quaily.resource.RateLimitFilter;
import com.quaily.resource.RevisionResource;
import com.quaily.resource.UserResource;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.UserViews;
import com.quaily.service.unsplash.Unsplash;
import java.util.List;
import java.util.stream.Stream;

/** Builds the REST API. */
final class ApiWiring {

  private ApiWiring() {}

  static ApiApplication application(
      Site site,
      Unsplash unsplash,
      ServiceWiring services,
      AuthWiring auth,
      ChannelWiring channels) {
    UserViews userViews = new UserViews(services.userService(), services.markdownTexts());
    ChannelViews channelViews =
        new ChannelViews(
            services.channelService(),
            channels.settingsService(),
            services.numbers().metrics(),
            userViews,
            services.markdownTexts(),
            auth.challengeProvider());
    PostViews postViews =
        new PostViews(
            services.channelService(),
            services.postReading(),
            services.numbers().metrics(),
            userViews,
            channelViews,
            services.markdownTexts());
    List<Object> foundation =
        List.of(
            new ConfigResource(site, auth.challengeProvider(), auth.googleLogin(), unsplash),
            new PhotoResource(unsplash),
            new AuthResource(
                services.authService(), auth.challengeProvider(), auth.googleLogin(), userViews),
            new EphemeralTokenResource(auth.ephemeralTokens(), userViews),
            new AppResource(auth.oauthApps()),
            new OAuthResource(
                auth.oauthApps(), auth.oauthConsents(), auth.oauthTokens(), services.userService()),
            new UserResource(
                services.userService(), services.channelService(), userViews, channelViews),
            new ApiKeyResource(services.apiKeyService()),
            new ChannelResource(services.channelService(), channelViews),
            new DeliveryResource(),
            new PostResource(
                services.postService(), services.postReading(), services.pinnedPosts(), postViews),
            new RevisionResource(services.revisionService(), postViews),
            new PreviewResource(services.previewService()),
            new AttachmentResource(services.attachmentService(), site));
    List<Object> community =
        services
            .community()
            .resources(services, auth.challengeProvider(), userViews, channelViews, postViews);
    List<Object> numbers = services.numbers().resources(userViews, channelViews, postViews);
    return new ApiApplication(
        Stream.of(foundation, channels.resources(channelViews), community, numbers)
            .flatMap(List::stream)
            .toList(),
        new AuthFilter(services.authService()),
        new RateLimitFilter(),
        new ErrorMapper(new FailureData(postViews)),
        new PageFailures(services.subscriptionPages()),
        site);
  }
}
