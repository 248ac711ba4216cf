package com.quaily.resource.account;

import com.quaily.model.error.NotFoundException;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.AnsweredWithPage;
import com.quaily.resource.api.HtmlResponses;
import com.quaily.service.account.EmailChangeLinks;
import com.quaily.service.account.EmailChangePages;
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

/** The pages linked in the email about a changed address. */
@Path("/users")
@AnsweredWithPage
public final class EmailRestoreResource {

  private final EmailChangeLinks links;
  private final EmailChangePages pages;

  public EmailRestoreResource(EmailChangeLinks links, EmailChangePages pages) {
    this.links = links;
    this.pages = pages;
  }

  /** Changes nothing, because mail clients open links on their own. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Show the page that restores the old address of an account")
  @GET
  @Path("/email/restore")
  @Produces(MediaType.TEXT_HTML)
  public Response ask(@QueryParam("token") String token) {
    return page(() -> pages.ask(links.find(token), token));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Restore the old address of an account; returns a page")
  @POST
  @Path("/email/restore")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RateLimited(name = "email-restore", perHour = 120, atOnce = 30)
  public Response restore(@FormParam("token") String token) {
    return page(() -> pages.restored(links.restore(token)));
  }

  private Response page(Supplier<String> page) {
    try {
      return HtmlResponses.page(page.get());
    } catch (NotFoundException e) {
      return HtmlResponses.page(404, pages.unknownLink());
    }
  }
}
