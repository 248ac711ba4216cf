package com.quaily.wiring;

import com.quaily.model.Site;
import com.quaily.resource.ApiApplication;
import com.quaily.resource.ApiKeyResource;
import com.quaily.resource.AttachmentResource;
import com.quaily.resource.AuthFilter;
import com.quaily.resource.AuthResource;
import com.quaily.resource.ChannelResource;
import com.quaily.resource.ConfigResource;
import com.quaily.resource.ErrorMapper;
import com.quaily.resource.FailureData;
import com.quaily.resource.PageFailures;
import com.quaily.resource.PostResource;
import com.quaily.resource.PreviewResource;
import com.quaily.resource.RateLimitFilter;
import com.quaily.resource.RevisionResource;
import com.quaily.resource.SubscriptionFormResource;
import com.quaily.resource.SubscriptionResource;
import com.quaily.resource.UserResource;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.UserViews;
import java.util.ArrayList;
import java.util.List;

/** Builds the REST API. */
final class ApiWiring {

  private ApiWiring() {}

  static ApiApplication application(Site site, ServiceWiring services) {
    UserViews userViews = new UserViews(services.userService(), services.markdownTexts());
    ChannelViews channelViews =
        new ChannelViews(
            services.channelService(),
            services.numbers().metrics(),
            userViews,
            services.markdownTexts());
    PostViews postViews =
        new PostViews(
            services.channelService(),
            services.postReading(),
            services.numbers().metrics(),
            userViews,
            channelViews,
            services.markdownTexts());
    List<Object> resources =
        new ArrayList<>(
            List.of(
                new ConfigResource(site),
                new AuthResource(services.authService(), userViews),
                new UserResource(
                    services.userService(), services.channelService(), userViews, channelViews),
                new ApiKeyResource(services.apiKeyService()),
                new ChannelResource(services.channelService(), channelViews),
                new PostResource(
                    services.postService(),
                    services.postReading(),
                    services.pinnedPosts(),
                    postViews),
                new RevisionResource(services.revisionService(), postViews),
                new PreviewResource(services.previewService()),
                new AttachmentResource(services.attachmentService(), site),
                new SubscriptionResource(services.subscriptionService()),
                new SubscriptionFormResource(
                    services.subscriptionService(), services.subscriptionPages())));
    resources.addAll(services.numbers().resources(userViews, channelViews, postViews));
    return new ApiApplication(
        resources,
        new AuthFilter(services.authService()),
        new RateLimitFilter(),
        new ErrorMapper(new FailureData(postViews)),
        new PageFailures(services.subscriptionPages()),
        site);
  }
}
