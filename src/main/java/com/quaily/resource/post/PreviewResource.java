package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.HtmlResponses;
import com.quaily.service.account.EphemeralTokens;
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
import java.time.Instant;
import java.util.Optional;

/** Previews of posts. */
@Path("/lists/{list}/posts/{post}/preview")
public final class PreviewResource {

  private final PreviewService previewService;
  private final EphemeralTokens ephemeralTokens;

  public PreviewResource(PreviewService previewService, EphemeralTokens ephemeralTokens) {
    this.previewService = previewService;
    this.ephemeralTokens = ephemeralTokens;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Create a preview token; anyone who has it can read the post")
  @POST
  public ApiResponse<PreviewView> create(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    PreviewToken created = previewService.create(caller, list, post);
    return ApiResponse.of(new PreviewView(created.token(), created.token(), created.expiresAt()));
  }

  /**
   * The HTML page, for a preview token, an ephemeral token, or a caller who writes for the channel.
   */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the preview page as HTML")
  @GET
  @Produces(MediaType.TEXT_HTML + "; charset=utf-8")
  public Response show(
      @Context Optional<Caller> caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @QueryParam("access_token") String token) {
    Optional<Caller> writer =
        caller
            .filter(known -> known.may(Scope.POST_WRITE))
            .or(() -> ephemeralTokens.takePreviewer(token));
    String html = previewService.render(list, post, token, writer);
    return HtmlResponses.page(html);
  }

  /** A token, under both names that clients use. */
  public record PreviewView(String accessToken, String token, Instant expiresAt) {}
}
