package com.quaily.resource.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
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
import com.quaily.service.subscription.DoubleOptIn;
import com.quaily.service.subscription.SubscriptionService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Subscribes by script, and manages a reader's subscriptions. */
@Path("/subscriptions")
public final class SubscriptionResource {

  private final DoubleOptIn doubleOptIn;
  private final SubscriptionService subscriptionService;
  private final SubscriptionViews subscriptionViews;
  private final ChallengeProvider challengeProvider;

  public SubscriptionResource(
      DoubleOptIn doubleOptIn,
      SubscriptionService subscriptionService,
      SubscriptionViews subscriptionViews,
      ChallengeProvider challengeProvider) {
    this.doubleOptIn = doubleOptIn;
    this.subscriptionService = subscriptionService;
    this.subscriptionViews = subscriptionViews;
    this.challengeProvider = challengeProvider;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Email a confirmation link; the response is the same for every address")
  @POST
  @Path("/{list}")
  @RateLimited(name = "subscribe", perHour = 120, atOnce = 30)
  public ApiResponse<Integer> request(
      @PathParam("list") String list,
      @HeaderParam("Referer") String referer,
      SubscriptionRequestBody body,
      @Context HttpServletRequest http) {
    SubscriptionRequestBody request = RequestBodies.require(body);
    challengeProvider.verify(
        new Solution(Action.SUBSCRIBE, request.challengeToken(), http.getRemoteAddr()));
    doubleOptIn.request(list, request.email(), referer);
    return ApiResponse.of(1);
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Subscribe the caller; no confirmation is needed")
  @POST
  @Path("/{list}/no-challenge")
  public ApiResponse<SubscriptionView> subscribe(
      @Context Caller caller,
      @PathParam("list") String list,
      @HeaderParam("Referer") String referer) {
    return ApiResponse.of(
        subscriptionViews.own(subscriptionService.subscribe(caller, list, referer)));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Unsubscribe the trace's recipient, or the caller if there is no trace")
  @DELETE
  @Path("/{list}")
  public ApiResponse<Integer> unsubscribe(
      @Context Optional<Caller> caller,
      @PathParam("list") String list,
      @QueryParam("trace_id") String traceId,
      TraceRequest body) {
    subscriptionService.unsubscribe(caller, list, trace(traceId, body));
    return ApiResponse.of(1);
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Stop the channel's emails; the subscription stays")
  @POST
  @Path("/{list}/delete")
  @Consumes(MediaType.APPLICATION_JSON)
  public ApiResponse<Integer> stopEmail(
      @Context Optional<Caller> caller,
      @PathParam("list") String list,
      @QueryParam("trace_id") String traceId,
      TraceRequest body) {
    subscriptionService.stopEmail(caller, list, trace(traceId, body));
    return ApiResponse.of(1);
  }

  private static String trace(String inQuery, TraceRequest body) {
    return body == null || body.traceId() == null ? inQuery : body.traceId();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Set whether the caller receives the channel by email")
  @PUT
  @Path("/{list}/email")
  public ApiResponse<SubscriptionView> enableEmail(
      @Context Caller caller, @PathParam("list") String list, EnabledRequest body) {
    return ApiResponse.of(
        subscriptionViews.own(
            subscriptionService.enableEmail(caller, list, EnabledRequest.require(body))));
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "Get the caller's subscription to the channel; null if there is none",
      responses =
          @io.swagger.v3.oas.annotations.responses.ApiResponse(
              responseCode = "200",
              content = @Content(schema = @Schema(implementation = RelationAnswer.class))))
  @GET
  @Path("/{list}/rel")
  public ApiResponse<SubscriptionView> get(@Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(
        subscriptionService.find(caller, list).map(subscriptionViews::own).orElse(null));
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "List the caller's subscriptions, newest first")
  @GET
  public ApiResponse<List<SubscriptionView>> list(@Context Caller caller) {
    return ApiResponse.of(
        subscriptionService.list(caller).stream().map(subscriptionViews::own).toList());
  }

  /**
   * The data of an unsubscribe page. Changes nothing, because mail clients open links on their own.
   */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the data for the unsubscribe page")
  @GET
  @Path("/opponent")
  @RateLimited(name = "opponent")
  public ApiResponse<OpponentView> opponent(
      @Context Optional<Caller> caller,
      @QueryParam("trace_id") String traceId,
      @QueryParam("list_id") String listId) {
    return ApiResponse.of(
        subscriptionViews.opponent(subscriptionService.opponent(caller, traceId, listId)));
  }

  /**
   * Body of {@code POST /subscriptions/:list}.
   *
   * @param challengeToken the solved challenge, if a provider is configured
   */
  public record SubscriptionRequestBody(
      String email, @JsonProperty("challenge-token") String challengeToken) {}

  /** Body of an unsubscribe request. */
  public record TraceRequest(String traceId) {}

  /**
   * The response body of a question for the caller's own subscription.
   *
   * @param data null when there is none
   */
  public record RelationAnswer(@Nullable SubscriptionView data, long ts) {}
}
