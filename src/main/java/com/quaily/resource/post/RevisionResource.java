package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.model.post.Revision;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.SliceView;
import com.quaily.service.post.RevisionService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;

/** Revisions of a post. */
@Path("/lists/{list}/posts/{post}/revisions")
public final class RevisionResource {

  private final RevisionService revisionService;
  private final PostViews postViews;

  public RevisionResource(RevisionService revisionService, PostViews postViews) {
    this.revisionService = revisionService;
    this.postViews = postViews;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "List a post's revisions, newest first")
  @GET
  public ApiResponse<SliceView<RevisionView>> list(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.of(
            revisionService.list(caller, list, post, slice.offset(), slice.limit()),
            RevisionView::of));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Get a revision")
  @GET
  @Path("/{id}")
  public ApiResponse<RevisionView> get(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @PathParam("id") long id) {
    return ApiResponse.of(RevisionView.of(revisionService.get(caller, list, post, id)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Restore a revision")
  @PUT
  @Path("/{id}/restore")
  public ApiResponse<PostView> restore(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @PathParam("id") long id) {
    return ApiResponse.of(postViews.whole(revisionService.restore(caller, list, post, id)));
  }

  /** A revision. */
  public record RevisionView(
      long id,
      long postId,
      long userId,
      String title,
      String summary,
      String content,
      String paidContent,
      String coverImageUrl,
      String tags,
      Instant createdAt) {

    static RevisionView of(Revision revision) {
      return new RevisionView(
          revision.id(),
          revision.postId(),
          revision.userId(),
          revision.title(),
          revision.summary(),
          revision.content(),
          revision.paidContent(),
          revision.coverImageUrl(),
          String.join(",", revision.tags()),
          revision.createdAt());
    }
  }
}
