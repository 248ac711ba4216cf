package com.quaily.resource;

import com.quaily.model.Site;
import com.quaily.resource.access.AccessFilter;
import com.quaily.resource.access.AuthFilter;
import com.quaily.resource.access.CallerProvider;
import com.quaily.resource.access.RateLimitFilter;
import com.quaily.resource.access.ReplicaFilter;
import com.quaily.resource.filter.AuxiliaFilter;
import com.quaily.resource.filter.CorsFilter;
import com.quaily.resource.filter.ErrorMapper;
import com.quaily.resource.filter.ErrorPages;
import com.quaily.resource.filter.OAuthErrors;
import com.quaily.resource.filter.RouteNameFilter;
import com.quaily.resource.json.BodyLimitFilter;
import com.quaily.resource.json.JsonDefaultFilter;
import com.quaily.resource.json.JsonProvider;
import com.quaily.resource.openapi.DocsResource;
import com.quaily.resource.openapi.OpenApiResource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** The JAX-RS application: the given resources, filters and exception mappers. */
public final class ApiApplication extends ResourceConfig {

  /**
   * @param resources instances of resource classes
   */
  public ApiApplication(
      List<Object> resources,
      AuthFilter authFilter,
      RateLimitFilter rateLimitFilter,
      ErrorMapper errorMapper,
      ErrorPages pageFailures,
      ReplicaFilter replicaFilter,
      Site site) {
    Set<Class<?>> described = new LinkedHashSet<>();
    for (Object resource : resources) {
      register(resource);
      described.add(resource.getClass());
    }
    register(new OpenApiResource(site, described));
    register(new DocsResource());
    register(authFilter);
    register(new AccessFilter());
    register(replicaFilter);
    register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(new CallerProvider()).to(ValueParamProvider.class);
          }
        });
    register(rateLimitFilter);
    register(errorMapper);
    register(pageFailures);
    register(new OAuthErrors());
    register(new BodyLimitFilter());
    register(new AuxiliaFilter());
    register(new CorsFilter(site));
    register(new RouteNameFilter());
    register(new JsonDefaultFilter());
    register(new JsonProvider());
    register(MultiPartFeature.class);
    // Jackson's own exception mappers would answer broken JSON in another format than ours.
    register(JacksonFeature.withoutExceptionMappers());
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
    property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, false);
  }
}
