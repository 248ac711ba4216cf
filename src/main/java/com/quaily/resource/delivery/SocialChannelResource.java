package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.delivery.SocialConnection;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.delivery.social.SocialChannels;
import com.quaily.service.delivery.social.SocialChannels.ServiceState;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of a channel's connections with social services. */
@Path("/lists")
public final class SocialChannelResource {

  private final SocialChannels channels;

  public SocialChannelResource(SocialChannels channels) {
    this.channels = channels;
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "List the services that posts are pushed to, with the state of each")
  @GET
  @Path("/{list}/channel/services")
  public ApiResponse<List<ServiceView>> states(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(channels.states(caller, list).stream().map(ServiceView::of).toList());
  }

  @Access(Access.Level.OWNER)
  @RateLimited(name = "social-test", perHour = 60, atOnce = 20)
  @Operation(
      summary = "Send a test message to a service",
      description =
          "The message is deleted again where the service permits it. result is deleted, posted,"
              + " or checked when nothing was posted.")
  @POST
  @Path("/{list}/channel/services/{service}/test")
  public ApiResponse<TestView> test(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("service") String service) {
    return ApiResponse.of(new TestView(channels.test(caller, list, service)));
  }

  /** What a test did: deleted, posted or checked. */
  public record TestView(String result) {}

  /**
   * A service.
   *
   * @param service the name in {@code channels} of a delivery
   * @param complete whether all settings are there
   * @param offeredBySite whether the site has a bot or an application of its own there
   * @param broken whether the service refused the connection; nothing is sent
   * @param account the name that the service has for the account or place; empty when unknown
   * @param message the service's own words about the last failure; empty when there was none
   * @param checkedAt when the service answered last; null = never
   * @param retryAt before which nothing is sent; null = now
   */
  public record ServiceView(
      String service,
      boolean enabled,
      boolean complete,
      boolean offeredBySite,
      boolean broken,
      String account,
      String message,
      @Nullable Instant checkedAt,
      @Nullable Instant retryAt) {

    static ServiceView of(ServiceState state) {
      Optional<SocialConnection> known = state.connection();
      return new ServiceView(
          state.service().wireName(),
          state.enabled(),
          state.complete(),
          state.offeredBySite(),
          known.filter(SocialConnection::broken).isPresent(),
          known.map(SocialConnection::account).orElse(""),
          known.map(SocialConnection::message).orElse(""),
          known.map(SocialConnection::checkedAt).orElse(null),
          known.map(SocialConnection::retryAt).orElse(null));
    }
  }
}
