package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.resource.ApiApplication;
import com.quaily.resource.access.AuthFilter;
import com.quaily.resource.access.RateLimitFilter;
import com.quaily.resource.access.ReplicaFilter;
import com.quaily.resource.filter.ConflictData;
import com.quaily.resource.filter.ErrorMapper;
import com.quaily.resource.filter.ErrorPages;
import com.quaily.resource.site.ConfigResource;
import java.util.stream.Stream;

/** Builds the REST API from the resources of all modules. */
final class ApiModule {

  private ApiModule() {}

  static ApiApplication create(Settings settings, Modules modules) {
    ConfigResource config =
        new ConfigResource(
            settings.site(),
            modules.account().challengeProvider(),
            modules.account().googleLogin(),
            modules.media().unsplash());
    return new ApiApplication(
        Stream.concat(Stream.of(config), modules.resources().stream()).toList(),
        new AuthFilter(modules.account().authService()),
        new RateLimitFilter(),
        new ErrorMapper(new ConflictData(modules.views().posts()), modules.errorReports()),
        new ErrorPages(modules.subscription().subscriptionPages()),
        new ReplicaFilter(modules.database()::readFromReplica),
        settings.site());
  }
}
