package com.quaily.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.service.SubscriptionService;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeProvider.Action;
import com.quaily.service.challenge.ChallengeProvider.Solution;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** Subscribing to a channel by script. */
@Path("/subscriptions")
public final class SubscriptionResource {

  private final SubscriptionService subscriptionService;
  private final ChallengeProvider challengeProvider;

  public SubscriptionResource(
      SubscriptionService subscriptionService, ChallengeProvider challengeProvider) {
    this.subscriptionService = subscriptionService;
    this.challengeProvider = challengeProvider;
  }

  /** Mails a confirmation link; the answer is the same for every address. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Mails a confirmation link; the answer is the same for every address")
  @POST
  @Path("/{list}")
  @RateLimited(name = "subscribe", perHour = 120, atOnce = 30)
  public Answer<Void> request(
      @PathParam("list") String list,
      SubscriptionRequestBody body,
      @Context HttpServletRequest http) {
    SubscriptionRequestBody request = Bodies.require(body);
    challengeProvider.verify(
        new Solution(Action.SUBSCRIBE, request.challengeToken(), http.getRemoteAddr()));
    subscriptionService.request(list, request.email());
    return Answer.done();
  }

  /**
   * Body of {@code POST /subscriptions/:list}.
   *
   * @param challengeToken the solved challenge, where the configuration names a provider
   */
  public record SubscriptionRequestBody(
      String email, @JsonProperty("challenge-token") String challengeToken) {}
}
