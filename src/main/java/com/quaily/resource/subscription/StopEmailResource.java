package com.quaily.resource.subscription;

import com.quaily.model.error.NotFoundException;
import com.quaily.page.message.SubscriptionPages;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.AnsweredWithPage;
import com.quaily.resource.api.HtmlResponses;
import com.quaily.service.subscription.SubscriptionService;
import com.quaily.service.subscription.SubscriptionService.Opponent;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The page behind the link in each email that stops them. */
@Path("/subscriptions/{list}/mail")
@AnsweredWithPage
public final class StopEmailResource {

  private final SubscriptionService subscriptionService;
  private final SubscriptionPages pages;

  public StopEmailResource(SubscriptionService subscriptionService, SubscriptionPages pages) {
    this.subscriptionService = subscriptionService;
    this.pages = pages;
  }

  /** Asks without changing anything, because mail programs open links on their own. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Show the page that stops a channel's emails")
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response ask(@PathParam("list") String list, @QueryParam("trace_id") String traceId) {
    try {
      Opponent found = subscriptionService.opponent(Optional.empty(), traceId, list);
      return HtmlResponses.page(pages.askStop(found.channel(), found.email(), traceId));
    } catch (NotFoundException e) {
      return HtmlResponses.page(404, pages.unknownLink());
    }
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Stop a channel's emails; returns a page")
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.TEXT_HTML)
  public Response stop(@PathParam("list") String list, @QueryParam("trace_id") String traceId) {
    try {
      Opponent found = subscriptionService.opponent(Optional.empty(), traceId, list);
      subscriptionService.stopEmail(Optional.empty(), list, traceId);
      return HtmlResponses.page(pages.stopped(found.channel()));
    } catch (NotFoundException e) {
      return HtmlResponses.page(404, pages.unknownLink());
    }
  }
}
