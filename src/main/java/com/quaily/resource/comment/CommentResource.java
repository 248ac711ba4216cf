package com.quaily.resource.comment;

import com.quaily.model.Caller;
import com.quaily.model.comment.CommentStatus;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.CommentView;
import com.quaily.resource.view.CommentViews;
import com.quaily.resource.view.SliceView;
import com.quaily.service.comment.CommentQueries;
import com.quaily.service.comment.CommentService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;

/** Comments on posts. */
@Path("/comments")
public final class CommentResource {

  private final CommentService commentService;
  private final CommentQueries commentQueries;
  private final CommentViews commentViews;

  public CommentResource(
      CommentService commentService, CommentQueries commentQueries, CommentViews commentViews) {
    this.commentService = commentService;
    this.commentQueries = commentQueries;
    this.commentViews = commentViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List the approved comments of a post or channel, and the caller's own")
  @GET
  public ApiResponse<SliceView<CommentView>> list(
      @Context Optional<Caller> caller,
      @QueryParam("post_id") String postId,
      @QueryParam("list_id") String listId,
      @BeanParam PaginationParams slice) {
    if (postId == null && listId == null) {
      throw new InvalidException(
          ErrorCode.MISSING_FIELD, "post_id", "the id of a post or a list is required");
    }
    return ApiResponse.of(
        SliceView.of(
            postId == null
                ? commentQueries.listByChannel(caller, listId, slice.offset(), slice.limit())
                : commentQueries.listByPost(
                    caller, PaginationParams.id("post_id", postId), slice.offset(), slice.limit()),
            commentViews::whole));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Comment on a post")
  @POST
  @RateLimited(name = "comment", perHour = 120, atOnce = 30)
  public ApiResponse<CommentView> create(@Context Caller caller, CommentRequest body) {
    CommentRequest request = RequestBodies.require(body);
    if (request.postId() == null) {
      throw new InvalidException(
          ErrorCode.MISSING_FIELD, "post_id", "the id of a post is required");
    }
    return ApiResponse.of(
        commentViews.whole(
            commentService.create(
                caller, request.postId(), request.quoteCommentId(), request.content())));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Approve a comment")
  @PUT
  @Path("/{comment}/approve")
  public ApiResponse<CommentView> approve(
      @Context Caller caller, @PathParam("comment") String comment) {
    return moderate(caller, comment, CommentStatus.APPROVED);
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Reject a comment: it waits for approval again")
  @PUT
  @Path("/{comment}/reject")
  public ApiResponse<CommentView> reject(
      @Context Caller caller, @PathParam("comment") String comment) {
    return moderate(caller, comment, CommentStatus.PENDING);
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Mark a comment as spam")
  @PUT
  @Path("/{comment}/spam")
  public ApiResponse<CommentView> markAsSpam(
      @Context Caller caller, @PathParam("comment") String comment) {
    return moderate(caller, comment, CommentStatus.SPAM);
  }

  private ApiResponse<CommentView> moderate(Caller caller, String comment, CommentStatus status) {
    return ApiResponse.of(commentViews.whole(commentService.moderate(caller, comment, status)));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Delete a comment by the caller or in their channel")
  @DELETE
  @Path("/{comment}")
  public ApiResponse<Void> delete(@Context Caller caller, @PathParam("comment") String comment) {
    commentService.delete(caller, comment);
    return ApiResponse.done();
  }

  /** Body of {@code POST /comments}. */
  public record CommentRequest(Long postId, Long quoteCommentId, String content) {}
}
