package com.quaily.resource.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.model.Caller;
import com.quaily.model.Slice;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.template.PageLanguage;
import com.quaily.resource.access.Access;
import com.quaily.resource.account.UserResource.OptionsRequest;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.HttpDate;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.SliceView;
import com.quaily.service.post.PostQueries;
import com.quaily.service.post.PostService;
import com.quaily.service.post.PostTrash;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;

/** Posts of a channel. */
@Path("/lists/{list}/posts")
public final class PostResource {

  private final PostService postService;
  private final PostTrash trash;
  private final PostQueries postQueries;
  private final PostViews postViews;

  public PostResource(
      PostService postService, PostTrash trash, PostQueries postQueries, PostViews postViews) {
    this.postService = postService;
    this.trash = trash;
    this.postQueries = postQueries;
    this.postViews = postViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List the channel's posts; with ids, only those posts")
  @GET
  public ApiResponse<Object> list(
      @Context Optional<Caller> caller,
      @PathParam("list") String list,
      @BeanParam PaginationParams slice,
      @BeanParam PostListParams params) {
    Channel channel = postQueries.channel(list);
    if (params.ids().isPresent()) {
      List<Post> posts = postQueries.published(channel.id(), params.ids().get());
      return ApiResponse.of(postViews.inList(channel, posts, caller));
    }
    Slice<Post> found =
        params.query().isEmpty()
            ? postQueries.list(caller, channel, params.choice(), slice.offset(), slice.limit())
            : postQueries.search(
                caller, channel, params.choice(), params.query(), slice.offset(), slice.limit());
    return ApiResponse.of(
        SliceView.ofAll(found, posts -> postViews.inList(channel, posts, caller)));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get a post by id or slug")
  @GET
  @Path("/{post}")
  public ApiResponse<PostView> get(
      @Context Optional<Caller> caller,
      @PathParam("list") String list,
      @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return ApiResponse.of(postViews.whole(channel, postQueries.get(caller, channel, post), caller));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Create a post, or update the post that has this slug")
  @POST
  public ApiResponse<PostView> upsert(
      @Context Caller caller,
      @PathParam("list") String list,
      @Parameter(schema = @Schema(implementation = String.class, example = HttpDate.EXAMPLE))
          @HeaderParam("If-Unmodified-Since")
          HttpDate unmodifiedSince,
      PostRequest body) {
    PostRequest request = RequestBodies.require(body);
    Channel channel = postQueries.channel(list);
    PostInput input = request.input(PageLanguage.zone(channel));
    return show(channel, postService.upsert(caller, channel, input, request.base(unmodifiedSince)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Update a post, unless someone else has changed it in the meantime")
  @PUT
  @Path("/{post}/update")
  public ApiResponse<PostView> update(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @Parameter(schema = @Schema(implementation = String.class, example = HttpDate.EXAMPLE))
          @HeaderParam("If-Unmodified-Since")
          HttpDate unmodifiedSince,
      PostRequest body) {
    PostRequest request = RequestBodies.require(body);
    Channel channel = postQueries.channel(list);
    PostInput input = request.input(PageLanguage.zone(channel));
    return show(
        channel, postService.update(caller, channel, post, input, request.base(unmodifiedSince)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Publish a post; responds when its page is available")
  @PUT
  @Path("/{post}/publish")
  public ApiResponse<PostView> publish(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return show(channel, postService.publish(caller, channel, post));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Unpublish a post")
  @PUT
  @Path("/{post}/unpublish")
  public ApiResponse<PostView> unpublish(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return show(channel, postService.unpublish(caller, channel, post));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Merge options into a post's options")
  @PUT
  @Path("/{post}/options")
  public ApiResponse<PostView> mergeOptions(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      OptionsRequest body) {
    Channel channel = postQueries.channel(list);
    return show(
        channel,
        postService.mergeOptions(caller, channel, post, RequestBodies.require(body).options()));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Copy a post to a new draft")
  @POST
  @Path("/{post}/duplicate")
  public ApiResponse<PostView> duplicate(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return show(channel, postService.duplicate(caller, channel, post));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(
      summary = "Delete a post; it can be restored for 30 days, unless forever is true",
      description = "With forever, also deletes a post that is in the trash already.")
  @DELETE
  @Path("/{post}")
  public ApiResponse<Void> delete(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @QueryParam("forever") boolean forever) {
    Channel channel = postQueries.channel(list);
    if (forever) {
      trash.deleteForever(caller, channel, post);
    } else {
      trash.delete(caller, channel, post);
    }
    return ApiResponse.done();
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Restore a deleted post as a draft")
  @POST
  @Path("/{post}/restore")
  public ApiResponse<PostView> restore(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return show(channel, trash.restore(caller, channel, post));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Check whether a slug is in use in the channel")
  @GET
  @Path("/check/{slug}")
  public ApiResponse<ExistenceView> checkSlug(
      @Context Caller caller, @PathParam("list") String list, @PathParam("slug") String slug) {
    boolean exists = postQueries.slugExists(caller, list, slug);
    return ApiResponse.of(new ExistenceView(exists ? 1 : 0));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Get a post's Markdown; includes the paid part if the caller may read it")
  @GET
  @Path("/{post}/content")
  public ApiResponse<ContentView> content(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    Post found = postQueries.content(caller, list, post);
    return ApiResponse.of(new ContentView(found.content(), found.paidContent()));
  }

  private ApiResponse<PostView> show(Channel channel, Post post) {
    return ApiResponse.of(postViews.whole(channel, post));
  }

  /** Whether something exists: 0 or 1. */
  public record ExistenceView(int existence) {}

  /** A post's Markdown. */
  public record ContentView(
      @JsonProperty("free-content") String freeContent,
      @JsonProperty("paid-content") String paidContent) {}
}
