package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.HtmlResponses;
import com.quaily.service.post.PreviewService;
import com.quaily.service.post.PreviewService.PreviewToken;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;

/** Posts as their pages would be. */
@Path("/lists/{list}/posts/{post}/preview")
public final class PreviewResource {

  private final PreviewService previewService;

  public PreviewResource(PreviewService previewService) {
    this.previewService = previewService;
  }

  /** Makes a token that shows the post to whoever has it. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Makes a token that shows the post to whoever has it")
  @POST
  public ApiResponse<PreviewView> create(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post) {
    PreviewToken created = previewService.create(Callers.require(security), list, post);
    return ApiResponse.of(new PreviewView(created.token(), created.token(), created.expiresAt()));
  }

  /**
   * The page, as HTML: with a token for it, an ephemeral token of somebody who writes for the
   * channel, or their own bearer token.
   */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The page, as HTML, for a preview token or whoever writes for the channel")
  @GET
  @Produces(MediaType.TEXT_HTML + "; charset=utf-8")
  public Response show(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @QueryParam("access_token") String token) {
    Optional<Caller> writer = Callers.of(security).filter(caller -> caller.may(Scope.POST_WRITE));
    String html = previewService.render(list, post, token, writer);
    return HtmlResponses.page(html);
  }

  /** A token; under both names that clients look for. */
  public record PreviewView(String accessToken, String token, Instant expiresAt) {}
}
