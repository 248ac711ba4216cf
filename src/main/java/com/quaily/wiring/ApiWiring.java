package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.resource.ApiApplication;
import com.quaily.resource.access.AuthFilter;
import com.quaily.resource.access.RateLimitFilter;
import com.quaily.resource.filter.ErrorMapper;
import com.quaily.resource.filter.ConflictData;
import com.quaily.resource.filter.ErrorPages;
import com.quaily.resource.media.PhotoResource;
import com.quaily.resource.site.ConfigResource;
import com.quaily.service.media.Unsplash;
import java.util.List;
import java.util.stream.Stream;

/** Builds the REST API out of what every part offers. */
final class ApiWiring {

  private ApiWiring() {}

  static ApiApplication create(Settings settings, Backend backend) {
    Unsplash unsplash = new Unsplash(settings.unsplash());
    Views views = Views.of(backend);
    AuthWiring auth = backend.auth();
    List<Object> site =
        List.of(
            new ConfigResource(
                settings.site(), auth.challengeProvider(), auth.googleLogin(), unsplash),
            new PhotoResource(unsplash));
    return new ApiApplication(
        Stream.of(
                site,
                auth.resources(views),
                backend.services().resources(views),
                backend.channels().resources(views),
                backend.community().resources(views),
                backend.numbers().resources(views))
            .flatMap(List::stream)
            .toList(),
        new AuthFilter(backend.services().authService()),
        new RateLimitFilter(),
        new ErrorMapper(new ConflictData(views.posts())),
        new ErrorPages(backend.community().subscriptionPages()),
        settings.site());
  }
}
