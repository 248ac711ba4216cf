package com.quaily.resource.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.EnabledRequest;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.SubscriptionView;
import com.quaily.resource.view.SubscriptionView.OpponentView;
import com.quaily.resource.view.SubscriptionViews;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeProvider.Action;
import com.quaily.service.challenge.ChallengeProvider.Solution;
import com.quaily.service.subscription.SubscriptionService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Subscribing to a channel by script, and what readers do with their subscriptions. */
@Path("/subscriptions")
public final class SubscriptionResource {

  private final SubscriptionService subscriptionService;
  private final SubscriptionViews subscriptionViews;
  private final ChallengeProvider challengeProvider;

  public SubscriptionResource(
      SubscriptionService subscriptionService,
      SubscriptionViews subscriptionViews,
      ChallengeProvider challengeProvider) {
    this.subscriptionService = subscriptionService;
    this.subscriptionViews = subscriptionViews;
    this.challengeProvider = challengeProvider;
  }

  /** Mails a confirmation link; the answer is the same for every address. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Mails a confirmation link; the answer is the same for every address")
  @POST
  @Path("/{list}")
  @RateLimited(name = "subscribe", perHour = 120, atOnce = 30)
  public ApiResponse<Void> request(
      @PathParam("list") String list,
      @HeaderParam("Referer") String referer,
      SubscriptionRequestBody body,
      @Context HttpServletRequest http) {
    SubscriptionRequestBody request = RequestBodies.require(body);
    challengeProvider.verify(
        new Solution(Action.SUBSCRIBE, request.challengeToken(), http.getRemoteAddr()));
    subscriptionService.request(list, request.email(), referer);
    return ApiResponse.done();
  }

  /** Subscribes the caller, whose address is proved already. */
  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Subscribes the caller, whose address is proved already")
  @POST
  @Path("/{list}/no-challenge")
  public ApiResponse<SubscriptionView> subscribe(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @HeaderParam("Referer") String referer) {
    return ApiResponse.of(
        subscriptionViews.own(
            subscriptionService.subscribe(Callers.require(security), list, referer)));
  }

  /** Ends the subscription that a trace is of, or else the caller's own. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Ends the subscription that a trace is of, or else the caller's own")
  @DELETE
  @Path("/{list}")
  public ApiResponse<Void> unsubscribe(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @QueryParam("trace_id") String traceId,
      TraceRequest body) {
    return end(security, list, traceId, body);
  }

  /** As the other, for programs that cannot send DELETE. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Ends a subscription, for programs that cannot send DELETE")
  @POST
  @Path("/{list}/delete")
  @Consumes(MediaType.APPLICATION_JSON)
  public ApiResponse<Void> unsubscribeByPost(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @QueryParam("trace_id") String traceId,
      TraceRequest body) {
    return end(security, list, traceId, body);
  }

  private ApiResponse<Void> end(
      SecurityContext security, String list, String queryTraceId, TraceRequest body) {
    String traceId = body == null || body.traceId() == null ? queryTraceId : body.traceId();
    subscriptionService.unsubscribe(Callers.of(security), list, traceId);
    return ApiResponse.done();
  }

  /** Whether the caller gets the channel by mail. */
  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Sets whether the caller gets the channel by mail")
  @PUT
  @Path("/{list}/email")
  public ApiResponse<SubscriptionView> enableEmail(
      @Context SecurityContext security, @PathParam("list") String list, EnabledRequest body) {
    return ApiResponse.of(
        subscriptionViews.own(
            subscriptionService.enableEmail(
                Callers.require(security), list, EnabledRequest.require(body))));
  }

  /** The caller's subscription to the channel; null when there is none. */
  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "The caller's subscription to the channel; null when there is none")
  @GET
  @Path("/{list}/rel")
  public ApiResponse<SubscriptionView> get(
      @Context SecurityContext security, @PathParam("list") String list) {
    return ApiResponse.of(
        subscriptionService
            .find(Callers.require(security), list)
            .map(subscriptionViews::own)
            .orElse(null));
  }

  /** What the caller subscribes to, the newest first. */
  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "What the caller subscribes to, the newest first")
  @GET
  public ApiResponse<List<SubscriptionView>> list(@Context SecurityContext security) {
    return ApiResponse.of(
        subscriptionService.list(Callers.require(security)).stream()
            .map(subscriptionViews::own)
            .toList());
  }

  /** What an unsubscribe page shows. Mail programs open links by themselves: nothing changes. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "What an unsubscribe page shows")
  @GET
  @Path("/opponent")
  @RateLimited(name = "opponent")
  public ApiResponse<OpponentView> opponent(@QueryParam("trace_id") String traceId) {
    return ApiResponse.of(subscriptionViews.opponent(subscriptionService.opponent(traceId)));
  }

  /**
   * Body of {@code POST /subscriptions/:list}.
   *
   * @param challengeToken the solved challenge, where the configuration names a provider
   */
  public record SubscriptionRequestBody(
      String email, @JsonProperty("challenge-token") String challengeToken) {}

  /** Body of what ends a subscription. */
  public record TraceRequest(String traceId) {}
}
