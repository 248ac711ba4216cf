package com.quaily.resource.subscription;

import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.oauth.Scope;
import com.quaily.model.subscription.Plans;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.view.SliceView;
import com.quaily.resource.view.SubscriptionView;
import com.quaily.resource.view.SubscriptionViews;
import com.quaily.service.subscription.SubscriberService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** Lists the subscribers of a channel. */
@Path("/lists")
public final class SubscriberListResource {

  private final SubscriberService subscriberService;
  private final SubscriptionViews subscriptionViews;

  public SubscriberListResource(
      SubscriberService subscriberService, SubscriptionViews subscriptionViews) {
    this.subscriberService = subscriberService;
    this.subscriptionViews = subscriptionViews;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(
      summary =
          "List subscribers; email matches the start of addresses, premium is all, free or premium,"
              + " before is the id of the last one that was read")
  @GET
  @Path("/{list}/subscriptions")
  public ApiResponse<SliceView<SubscriptionView>> list(
      @Context Caller caller,
      @PathParam("list") String list,
      @BeanParam PaginationParams slice,
      @QueryParam("email") String email,
      @QueryParam("premium") String premium,
      @QueryParam("before") String before) {
    return ApiResponse.of(
        SliceView.of(
            subscriberService.list(
                caller,
                list,
                email,
                plans(premium),
                before == null || before.isBlank() ? null : PaginationParams.id("before", before),
                slice.offset(),
                slice.limit()),
            subscriptionViews::member));
  }

  /** Also in the words of older clients: a flag. */
  private static Plans plans(String premium) {
    return switch (premium == null ? "" : premium) {
      case "", "all", "0", "false" -> Plans.ANY;
      case "free" -> Plans.FREE;
      case "premium", "1", "true" -> Plans.PAID;
      default ->
          throw new InvalidException(
              ErrorCode.INVALID_FIELD, "premium", "must be all, free or premium");
    };
  }
}
