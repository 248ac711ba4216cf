package com.quaily.resource.channel;

import com.quaily.model.error.NotFoundException;
import com.quaily.page.message.ChannelDeletionPages;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.AnsweredWithPage;
import com.quaily.resource.api.HtmlResponses;
import com.quaily.service.channel.ChannelDeletionService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** The pages linked in the email that confirms a channel's deletion. */
@Path("/lists")
@AnsweredWithPage
public final class ChannelDeletionPageResource {

  private final ChannelDeletionService deletionService;
  private final ChannelDeletionPages pages;

  public ChannelDeletionPageResource(
      ChannelDeletionService deletionService, ChannelDeletionPages pages) {
    this.deletionService = deletionService;
    this.pages = pages;
  }

  /**
   * Shows the confirmation page without changing anything, because mail clients open links on their
   * own.
   */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Show the page that confirms or cancels the deletion")
  @GET
  @Path("/deletion/confirm")
  @Produces(MediaType.TEXT_HTML)
  public Response ask(@QueryParam("token") String token) {
    return page(() -> pages.ask(deletionService.find(token), token));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Confirm the deletion; returns a page")
  @POST
  @Path("/deletion/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response confirm(@FormParam("token") String token) {
    return page(() -> pages.ask(deletionService.confirm(token), token));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Cancel the deletion; returns a page")
  @POST
  @Path("/deletion/confirm/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response revoke(@FormParam("token") String token) {
    return page(() -> pages.revoked(deletionService.revoke(token)));
  }

  private Response page(Supplier<String> page) {
    try {
      return HtmlResponses.page(page.get());
    } catch (NotFoundException e) {
      return HtmlResponses.page(404, pages.unknownLink());
    }
  }
}
