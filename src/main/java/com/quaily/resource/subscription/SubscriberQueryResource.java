package com.quaily.resource.subscription;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.view.SubscriptionViews;
import com.quaily.resource.view.UserView;
import com.quaily.service.subscription.SubscriberService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** Finds a subscriber by address. */
@Path("/users")
public final class SubscriberQueryResource {

  private final SubscriberService subscriberService;
  private final SubscriptionViews subscriptionViews;

  public SubscriberQueryResource(
      SubscriberService subscriberService, SubscriptionViews subscriptionViews) {
    this.subscriberService = subscriberService;
    this.subscriptionViews = subscriptionViews;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.SUBSCRIBER_FULL)
  @Operation(
      summary = "Find a subscriber of the caller's own channels by email address",
      description = "The list is empty when the address does not subscribe to any of them.")
  @GET
  @Path("/query")
  public ApiResponse<List<UserView>> query(
      @Context Caller caller, @QueryParam("email") String email) {
    return ApiResponse.of(
        subscriberService.findByEmail(caller, email).stream()
            .map(subscriptionViews::user)
            .toList());
  }
}
