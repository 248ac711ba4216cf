package com.quaily.resource;

import com.quaily.model.NotFoundException;
import com.quaily.service.SubscriptionPages;
import com.quaily.service.SubscriptionService;
import com.quaily.service.SubscriptionService.Pending;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Subscribing to a channel by the forms of its pages, without any script. */
@Path("/subscriptions")
@AnsweredWithPage
public final class SubscriptionFormResource {

  private final SubscriptionService subscriptionService;
  private final SubscriptionPages pages;

  public SubscriptionFormResource(
      SubscriptionService subscriptionService, SubscriptionPages pages) {
    this.subscriptionService = subscriptionService;
    this.pages = pages;
  }

  /** The form of a page. People leave the trap empty, programs that fill in everything do not. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Mails a confirmation link; answers with a page")
  @POST
  @Path("/{list}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RateLimited(name = "subscribe", perHour = 120, atOnce = 30)
  public Response requestByForm(
      @PathParam("list") String list,
      @HeaderParam("Referer") String referer,
      @FormParam("email") String email,
      @FormParam("website") String trap) {
    try {
      if (trap != null && !trap.isEmpty()) {
        return HtmlAnswers.page(pages.sent(list));
      }
      return HtmlAnswers.page(pages.sent(subscriptionService.request(list, email, referer)));
    } catch (NotFoundException e) {
      return HtmlAnswers.page(404, pages.noSuchChannel());
    }
  }

  /** Asks whether to confirm. Nothing happens yet: mail programs open links by themselves. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "A page that asks whether to confirm")
  @GET
  @Path("/confirm")
  @Produces(MediaType.TEXT_HTML)
  public Response askConfirmation(@QueryParam("token") String token) {
    try {
      return HtmlAnswers.page(pages.ask(subscriptionService.pending(token), token));
    } catch (NotFoundException e) {
      return HtmlAnswers.page(404, pages.unknownLink());
    }
  }

  /** Confirms. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Confirms; answers with a page")
  @POST
  @Path("/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response confirm(@FormParam("token") String token) {
    try {
      Pending confirmed = subscriptionService.confirm(token);
      return HtmlAnswers.page(pages.done(confirmed));
    } catch (NotFoundException e) {
      return HtmlAnswers.page(404, pages.unknownLink());
    }
  }
}
