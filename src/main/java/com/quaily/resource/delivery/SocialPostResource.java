package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.delivery.SocialPost;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.delivery.social.SocialPosts;
import com.quaily.service.delivery.social.SocialPosts.ShownMessage;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What deliveries posted on social services. */
@Path("/lists/{list}/posts/{post}/social")
public final class SocialPostResource {

  private final SocialPosts posts;

  public SocialPostResource(SocialPosts posts) {
    this.posts = posts;
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "List the messages about a post on social services, newest first")
  @GET
  public ApiResponse<List<SocialPostView>> list(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    return ApiResponse.of(posts.list(caller, list, post).stream().map(SocialPostView::of).toList());
  }

  @Access(Access.Level.COOPERATOR)
  @RateLimited(name = "social-edit")
  @Operation(summary = "Replace a message on a social service by what the post says now")
  @PUT
  @Path("/{id}")
  public ApiResponse<SocialPostView> edit(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @PathParam("id") long id) {
    return ApiResponse.of(SocialPostView.of(posts.edit(caller, list, post, id)));
  }

  @Access(Access.Level.COOPERATOR)
  @RateLimited(name = "social-edit")
  @Operation(summary = "Delete a message on a social service")
  @DELETE
  @Path("/{id}")
  public ApiResponse<SocialPostView> delete(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @PathParam("id") long id) {
    return ApiResponse.of(SocialPostView.of(posts.delete(caller, list, post, id)));
  }

  /**
   * A message.
   *
   * @param taskId the delivery that posted it
   * @param state posting, waiting, posted, failed, uncertain or deleted
   * @param reply the service's own words about a failure
   * @param address where it can be seen; empty when the service names no address
   */
  public record SocialPostView(
      long id,
      long taskId,
      long postId,
      String service,
      String state,
      String reply,
      String address,
      boolean editable,
      boolean deletable,
      Instant createdAt,
      Instant updatedAt) {

    static SocialPostView of(ShownMessage shown) {
      SocialPost message = shown.message();
      return new SocialPostView(
          message.id(),
          message.taskId(),
          message.postId(),
          message.service().wireName(),
          message.state().name().toLowerCase(Locale.ROOT),
          message.reply(),
          message.address(),
          shown.editable(),
          shown.deletable(),
          message.createdAt(),
          message.updatedAt());
    }
  }
}
