package com.quaily.resource.crosspost;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.QueryIds;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.service.crosspost.CrossPostReview;
import com.quaily.service.crosspost.CrossPostReview.Acceptance;
import com.quaily.service.crosspost.CrossPosts;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translations of a post for other channels of the same owner. */
@Path("/lists/{list}/posts/{post}/cross-posts")
public final class CrossPostResource {

  private final CrossPosts crossPosts;
  private final CrossPostReview review;
  private final CrossPostViews views;
  private final PostQueries postQueries;
  private final PostViews postViews;

  public CrossPostResource(
      CrossPosts crossPosts,
      CrossPostReview review,
      CrossPostViews views,
      PostQueries postQueries,
      PostViews postViews) {
    this.crossPosts = crossPosts;
    this.review = review;
    this.views = views;
    this.postQueries = postQueries;
    this.postViews = postViews;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(
      summary = "List the post's targets, how far their translations are, and what is suggested")
  @GET
  public ApiResponse<List<CrossPostView>> list(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    return ApiResponse.of(review.show(caller, list, post).stream().map(views::view).toList());
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(
      summary = "Begin to translate the post for targets, or what has changed in it since",
      description = "A model suggests; nothing is saved before somebody accepts it.")
  @POST
  public ApiResponse<List<CrossPostView>> begin(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      CrossPostRequest body) {
    crossPosts.begin(caller, list, post, RequestBodies.require(body).listIds());
    return list(caller, list, post);
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Cancel the translation for a target")
  @DELETE
  @Path("/{target}")
  public ApiResponse<List<CrossPostView>> cancel(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @PathParam("target") String target) {
    crossPosts.cancel(caller, list, post, QueryIds.require("target", target));
    return list(caller, list, post);
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(
      summary = "Accept a suggested translation: as a draft in the target, or for its translation",
      description = "The answer is the translation. Nothing is published.")
  @PUT
  @Path("/{target}/accept")
  public ApiResponse<PostView> accept(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @PathParam("target") String target,
      AcceptRequest body) {
    AcceptRequest request = RequestBodies.require(body);
    Acceptance acceptance =
        new Acceptance(QueryIds.require("target", target), request.resultId(), request.updatedAt());
    Channel channel = postQueries.channel(target);
    return ApiResponse.of(
        postViews.whole(
            channel, review.accept(caller, list, post, acceptance), Optional.of(caller)));
  }

  /**
   * Targets to begin with.
   *
   * @param listIds targets of the post's channel
   */
  public record CrossPostRequest(List<Long> listIds) {}

  /**
   * What is accepted.
   *
   * @param resultId the suggestion that was shown
   * @param updatedAt the save of the translation that was shown; null = any
   */
  public record AcceptRequest(long resultId, @Nullable Instant updatedAt) {}
}
