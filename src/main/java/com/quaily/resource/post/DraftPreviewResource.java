package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.post.DraftPreview;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** Previews of texts that are not saved. */
@Path("/lists/{list}/posts/preview")
public final class DraftPreviewResource {

  private final DraftPreview preview;

  public DraftPreviewResource(DraftPreview preview) {
    this.preview = preview;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Render a text as the channel's page would show it, without saving it")
  @RateLimited(name = "draft-preview", perHour = 18_000, atOnce = 200)
  @POST
  public ApiResponse<RenderedView> render(
      @Context Caller caller, @PathParam("list") String list, PostRequest body) {
    String html = preview.render(caller, list, RequestBodies.require(body)::input);
    return ApiResponse.of(new RenderedView(html));
  }

  /** A whole page. */
  public record RenderedView(String html) {}
}
