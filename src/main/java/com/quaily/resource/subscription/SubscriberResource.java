package com.quaily.resource.subscription;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.EnabledRequest;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.SubscriptionView;
import com.quaily.resource.view.SubscriptionViews;
import com.quaily.service.subscription.SubscriberService;
import com.quaily.service.subscription.SubscriberService.Member;
import com.quaily.service.subscription.SubscriberService.Plan;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;

/** A channel's subscriber, for its writers. */
@Path("/subscriptions")
public final class SubscriberResource {

  private final SubscriberService subscriberService;
  private final SubscriptionViews subscriptionViews;

  public SubscriberResource(
      SubscriberService subscriberService, SubscriptionViews subscriptionViews) {
    this.subscriberService = subscriberService;
    this.subscriptionViews = subscriptionViews;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Update a subscriber's plan; omitted fields keep their values")
  @PUT
  @Path("/{list}/members/{user}")
  public ApiResponse<SubscriptionView> update(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("user") String user,
      MemberRequest body) {
    return update(caller, list, user, RequestBodies.require(body).plan());
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Remove a subscriber")
  @DELETE
  @Path("/{list}/members/{user}")
  public ApiResponse<Integer> remove(
      @Context Caller caller, @PathParam("list") String list, @PathParam("user") String user) {
    subscriberService.remove(caller, list, user);
    return ApiResponse.of(1);
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Set whether a subscriber receives the channel by email")
  @PUT
  @Path("/{list}/members/{user}/email")
  public ApiResponse<SubscriptionView> enableEmail(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("user") String user,
      EnabledRequest body) {
    return update(caller, list, user, new Plan(null, null, EnabledRequest.require(body)));
  }

  private ApiResponse<SubscriptionView> update(Caller caller, String list, String user, Plan plan) {
    return show(subscriberService.update(caller, list, user, plan));
  }

  @Access(value = Access.Level.OWNER, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Move a subscriber, with the plan, to another channel of the same owner")
  @POST
  @Path("/{list}/members/{user}/transfer")
  public ApiResponse<SubscriptionView> transfer(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("user") String user,
      @QueryParam("dst_list_id") String toList) {
    return show(subscriberService.transfer(caller, list, user, toList));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "List a subscriber's subscriptions to channels that the caller writes for")
  @GET
  @Path("/{list}/members/{user}/subs")
  public ApiResponse<List<SubscriptionView>> list(
      @Context Caller caller, @PathParam("list") String list, @PathParam("user") String user) {
    return ApiResponse.of(
        subscriberService.listOfMember(caller, list, user).stream()
            .map(subscriptionViews::member)
            .toList());
  }

  private ApiResponse<SubscriptionView> show(Member member) {
    return ApiResponse.of(subscriptionViews.member(member));
  }

  /** Body of {@code PUT …/members/:user}. */
  public record MemberRequest(String type, Instant paidExpiry, Boolean emailEnabled) {

    Plan plan() {
      return new Plan(type, paidExpiry, emailEnabled);
    }
  }
}
