package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.post.PaidContent;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** Opens the paid part of a post for those who may read it. */
@Path("/lists/{list}/posts/{post}/paid")
public final class PaidContentResource {

  private final PaidContent paidContent;

  public PaidContentResource(PaidContent paidContent) {
    this.paidContent = paidContent;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Get the paid part of a published post as HTML, for paying subscribers")
  @GET
  public ApiResponse<PaidPartView> get(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    return ApiResponse.of(new PaidPartView(paidContent.html(caller, list, post)));
  }

  /**
   * The part behind the paywall.
   *
   * @param html sanitized
   */
  public record PaidPartView(String html) {}
}
