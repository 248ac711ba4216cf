package com.quaily.resource;

import com.quaily.model.NotFoundException;
import com.quaily.model.QuailyException;
import com.quaily.service.SubscriptionPages;
import com.quaily.service.SubscriptionService;
import com.quaily.service.SubscriptionService.Pending;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Subscribing to a channel: by JSON for scripts, by HTML forms for everybody. */
@Path("/subscriptions")
public final class SubscriptionResource {

  private final SubscriptionService subscriptionService;
  private final SubscriptionPages pages;

  public SubscriptionResource(SubscriptionService subscriptionService, SubscriptionPages pages) {
    this.subscriptionService = subscriptionService;
    this.pages = pages;
  }

  /** Mails a confirmation link; the answer is the same for every address. */
  @Operation(summary = "Mails a confirmation link; the answer is the same for every address")
  @POST
  @Path("/{list}")
  @RateLimited(name = "subscribe", perHour = 60)
  public Answer<Void> request(@PathParam("list") String list, SubscriptionRequestBody body) {
    subscriptionService.request(list, Bodies.require(body).email());
    return Answer.done();
  }

  /** The form of a page. People leave the trap empty, programs that fill in everything do not. */
  @Operation(summary = "The form of a page")
  @POST
  @Path("/{list}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RateLimited(name = "subscribe", perHour = 60)
  public Response requestByForm(
      @PathParam("list") String list,
      @FormParam("email") String email,
      @FormParam("website") String trap) {
    try {
      if (trap != null && !trap.isEmpty()) {
        return HtmlAnswers.page(pages.sent(list));
      }
      return HtmlAnswers.page(pages.sent(subscriptionService.request(list, email)));
    } catch (NotFoundException e) {
      return HtmlAnswers.page(404, pages.noSuchChannel());
    } catch (QuailyException e) {
      return HtmlAnswers.page(422, pages.failed(list, e));
    }
  }

  /** Asks whether to confirm. Nothing happens yet: mail programs open links by themselves. */
  @Operation(summary = "Asks whether to confirm")
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
  @Operation(summary = "Confirms")
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

  /** Body of {@code POST /subscriptions/:list}. */
  public record SubscriptionRequestBody(String email) {}
}
