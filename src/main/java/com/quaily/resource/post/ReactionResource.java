package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.QueryIds;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.service.post.ReactionService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;

/** Readers' reactions to posts. */
@Path("/posts/reactions")
public final class ReactionResource {

  private final ReactionService reactionService;
  private final PostViews postViews;

  public ReactionResource(ReactionService reactionService, PostViews postViews) {
    this.reactionService = reactionService;
    this.postViews = postViews;
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Add the caller's reaction to a post, or remove it if it exists")
  @POST
  public ApiResponse<PostView> toggle(
      @Context Caller caller, @QueryParam("id") String id, ReactionRequest body) {
    ReactionRequest request = RequestBodies.require(body);
    return ApiResponse.of(
        postViews.whole(
            reactionService.toggle(
                caller, QueryIds.require("id", id), request.emoji(), request.code()),
            Optional.of(caller)));
  }

  /**
   * A reaction; emoji or code is enough.
   *
   * @param code Unicode code point
   */
  public record ReactionRequest(String emoji, Integer code) {}
}
