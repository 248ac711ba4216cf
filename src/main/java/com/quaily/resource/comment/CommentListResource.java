package com.quaily.resource.comment;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.view.CommentView;
import com.quaily.resource.view.CommentViews;
import com.quaily.resource.view.SliceView;
import com.quaily.service.comment.CommentQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** All comments of a channel, for its moderators. */
@Path("/lists")
public final class CommentListResource {

  private final CommentQueries commentQueries;
  private final CommentViews commentViews;

  public CommentListResource(CommentQueries commentQueries, CommentViews commentViews) {
    this.commentQueries = commentQueries;
    this.commentViews = commentViews;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "List all comments in every state, newest first")
  @GET
  @Path("/{list}/comments")
  public ApiResponse<SliceView<CommentView>> list(
      @Context Caller caller, @PathParam("list") String list, @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.of(
            commentQueries.listAll(caller, list, slice.offset(), slice.limit()),
            commentViews::whole));
  }
}
