package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.model.post.Post;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.service.post.PinnedPosts;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;

/** A channel's pinned posts. */
@Path("/lists/{list}/pinned")
public final class PinnedPostResource {

  private final PinnedPosts pinnedPosts;
  private final PostViews postViews;

  public PinnedPostResource(PinnedPosts pinnedPosts, PostViews postViews) {
    this.pinnedPosts = pinnedPosts;
    this.postViews = postViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List the pinned posts in order")
  @GET
  public ApiResponse<List<PostView>> pinned(
      @Context Optional<Caller> caller, @PathParam("list") String list) {
    return ApiResponse.of(postViews.inList(pinnedPosts.list(list), caller));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Replace the pinned posts; returns their ids in order")
  @PUT
  public ApiResponse<List<Long>> pin(
      @Context Caller caller, @PathParam("list") String list, PinnedRequest body) {
    List<Long> ids = RequestBodies.require(body).ids();
    return ApiResponse.of(
        pinnedPosts.replace(caller, list, ids == null ? List.of() : ids).stream()
            .map(Post::id)
            .toList());
  }

  /** Body of {@code PUT …/pinned}. */
  public record PinnedRequest(List<Long> ids) {}
}
