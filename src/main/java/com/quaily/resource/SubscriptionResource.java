package com.quaily.resource;

import com.quaily.service.SubscriptionService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Subscribing to a channel by script. */
@Path("/subscriptions")
public final class SubscriptionResource {

  private final SubscriptionService subscriptionService;

  public SubscriptionResource(SubscriptionService subscriptionService) {
    this.subscriptionService = subscriptionService;
  }

  /** Mails a confirmation link; the answer is the same for every address. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Mails a confirmation link; the answer is the same for every address")
  @POST
  @Path("/{list}")
  @RateLimited(name = "subscribe", perHour = 120, atOnce = 30)
  public Answer<Void> request(@PathParam("list") String list, SubscriptionRequestBody body) {
    subscriptionService.request(list, Bodies.require(body).email());
    return Answer.done();
  }

  /** Body of {@code POST /subscriptions/:list}. */
  public record SubscriptionRequestBody(String email) {}
}
