package com.quaily.resource.comment;

import com.quaily.model.Caller;
import com.quaily.model.comment.CommentChoice;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** Comments of a channel, for its moderators. */
@Path("/lists")
public final class CommentListResource {

  private final CommentQueries commentQueries;
  private final CommentViews commentViews;

  public CommentListResource(CommentQueries commentQueries, CommentViews commentViews) {
    this.commentQueries = commentQueries;
    this.commentViews = commentViews;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(
      summary =
          "List comments, newest first; status is visible, pending or spam, in every state without"
              + " it; post_id restricts them to one post")
  @GET
  @Path("/{list}/comments")
  public ApiResponse<SliceView<CommentView>> list(
      @Context Caller caller,
      @PathParam("list") String list,
      @QueryParam("status") String status,
      @QueryParam("post_id") String postId,
      @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.of(
            commentQueries.listAll(
                caller,
                list,
                isGiven(postId) ? PaginationParams.id("post_id", postId) : 0,
                choice(status),
                slice.offset(),
                slice.limit()),
            commentViews::whole));
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isEmpty();
  }

  private static CommentChoice choice(String status) {
    return switch (status == null ? "" : status) {
      case "" -> CommentChoice.ANY;
      case "visible" -> CommentChoice.VISIBLE;
      case "pending" -> CommentChoice.PENDING;
      case "spam" -> CommentChoice.SPAM;
      default ->
          throw new InvalidException(
              ErrorCode.INVALID_FIELD, "status", "must be visible, pending or spam");
    };
  }
}
