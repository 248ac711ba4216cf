package com.quaily.resource.subscription;

import com.quaily.model.error.NotFoundException;
import com.quaily.model.subscription.PendingSubscription;
import com.quaily.page.message.SubscriptionPages;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.CallLimits;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.AnsweredWithPage;
import com.quaily.resource.api.HtmlResponses;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeProvider.Action;
import com.quaily.service.challenge.ChallengeProvider.Solution;
import com.quaily.service.subscription.DoubleOptIn;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Subscribes through forms, without scripts. */
@Path("/subscriptions")
@AnsweredWithPage
public final class SubscriptionFormResource {

  private static final int UNSOLVED_PER_HOUR = 20;
  private static final int UNSOLVED_AT_ONCE = 5;

  private final DoubleOptIn doubleOptIn;
  private final SubscriptionPages pages;
  private final ChallengeProvider challengeProvider;
  private final CallLimits limits = new CallLimits();

  public SubscriptionFormResource(
      DoubleOptIn doubleOptIn, SubscriptionPages pages, ChallengeProvider challengeProvider) {
    this.doubleOptIn = doubleOptIn;
    this.pages = pages;
    this.challengeProvider = challengeProvider;
  }

  /**
   * The form's fields. People leave the trap field empty; bots that fill in everything do not.
   *
   * @param challengeToken set by a script that solved the challenge; without it, the rate limit is
   *     stricter
   */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Email a confirmation link; returns a page")
  @POST
  @Path("/{list}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RateLimited(name = "subscribe", perHour = 120, atOnce = 30)
  public Response requestByForm(
      @PathParam("list") String list,
      @HeaderParam("Referer") String referer,
      @FormParam("email") String email,
      @FormParam("website") String trap,
      @FormParam("challenge-token") String challengeToken,
      @Context HttpServletRequest http) {
    guard(challengeToken, http.getRemoteAddr());
    try {
      if (trap != null && !trap.isEmpty()) {
        return HtmlResponses.page(pages.sent(list));
      }
      return HtmlResponses.page(pages.sent(doubleOptIn.request(list, email, referer)));
    } catch (NotFoundException e) {
      return HtmlResponses.page(404, pages.noSuchChannel());
    }
  }

  /** Without scripts no one can solve a challenge, and a bot could pretend to have none. */
  private void guard(String challengeToken, String address) {
    if (!challengeProvider.isDemanding()) {
      return;
    }
    if (challengeToken == null || challengeToken.isEmpty()) {
      limits.take("subscribe-unsolved", address, UNSOLVED_PER_HOUR, UNSOLVED_AT_ONCE);
    } else {
      challengeProvider.verify(new Solution(Action.SUBSCRIBE, challengeToken, address));
    }
  }

  /**
   * Shows the confirmation page without changing anything, because mail clients open links on their
   * own.
   */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Show the confirmation page")
  @GET
  @Path("/confirm")
  @Produces(MediaType.TEXT_HTML)
  public Response askConfirmation(@QueryParam("token") String token) {
    try {
      return HtmlResponses.page(pages.ask(doubleOptIn.pending(token), token));
    } catch (NotFoundException e) {
      return HtmlResponses.page(404, pages.unknownLink());
    }
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Confirm the subscription; returns a page")
  @POST
  @Path("/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response confirm(@FormParam("token") String token) {
    try {
      PendingSubscription confirmed = doubleOptIn.confirm(token);
      return HtmlResponses.page(pages.done(confirmed));
    } catch (NotFoundException e) {
      return HtmlResponses.page(404, pages.unknownLink());
    }
  }
}
