package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.template.PageLanguage;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
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
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** Posts of a channel. */
@Path("/lists/{list}/posts")
public final class PostResource {

  private final PostService postService;
  private final PostQueries postQueries;
  private final PostViews postViews;

  public PostResource(PostService postService, PostQueries postQueries, PostViews postViews) {
    this.postService = postService;
    this.postQueries = postQueries;
    this.postViews = postViews;
  }

  /** The channel's posts; with {@code ids}, exactly those. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The channel's posts; with ids, exactly those")
  @GET
  public ApiResponse<Object> list(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @BeanParam PaginationParams slice,
      @BeanParam PostListParams params) {
    Optional<Caller> caller = Callers.of(security);
    Channel channel = postQueries.channel(list);
    if (params.ids().isPresent()) {
      List<Post> posts = postQueries.published(channel.id(), params.ids().get());
      return ApiResponse.of(postViews.inList(channel, posts, caller));
    }
    return ApiResponse.of(
        SliceView.ofAll(
            postQueries.list(caller, channel, params.choice(), slice.offset(), slice.limit()),
            posts -> postViews.inList(channel, posts, caller)));
  }

  /** A post by id or slug. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "A post by id or slug")
  @GET
  @Path("/{post}")
  public ApiResponse<PostView> get(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post) {
    Optional<Caller> caller = Callers.of(security);
    Channel channel = postQueries.channel(list);
    return ApiResponse.of(postViews.whole(channel, postQueries.get(caller, channel, post), caller));
  }

  /** Creates the post of a slug, or changes the one that has it. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Creates the post of a slug, or changes the one that has it")
  @POST
  public ApiResponse<PostView> upsert(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @HeaderParam("If-Unmodified-Since") HttpDate unmodifiedSince,
      PostRequest body) {
    PostRequest request = RequestBodies.require(body);
    Caller caller = Callers.require(security);
    Channel channel = postQueries.channel(list);
    PostInput input = request.input(PageLanguage.zone(channel));
    return show(channel, postService.upsert(caller, channel, input, request.base(unmodifiedSince)));
  }

  /** Changes a post, unless somebody else saved it in between. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Changes a post, unless somebody else saved it in between")
  @PUT
  @Path("/{post}/update")
  public ApiResponse<PostView> update(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @HeaderParam("If-Unmodified-Since") HttpDate unmodifiedSince,
      PostRequest body) {
    PostRequest request = RequestBodies.require(body);
    Caller caller = Callers.require(security);
    Channel channel = postQueries.channel(list);
    PostInput input = request.input(PageLanguage.zone(channel));
    return show(
        channel, postService.update(caller, channel, post, input, request.base(unmodifiedSince)));
  }

  /** Shows a post to readers; answers when its page is there. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Shows a post to readers; answers when its page is there")
  @PUT
  @Path("/{post}/publish")
  public ApiResponse<PostView> publish(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return show(channel, postService.publish(Callers.require(security), channel, post));
  }

  /** Hides a post from readers. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Hides a post from readers")
  @PUT
  @Path("/{post}/unpublish")
  public ApiResponse<PostView> unpublish(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return show(channel, postService.unpublish(Callers.require(security), channel, post));
  }

  /** Merges a post's options. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Merges a post's options")
  @PUT
  @Path("/{post}/options")
  public ApiResponse<PostView> mergeOptions(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post,
      OptionsRequest body) {
    Channel channel = postQueries.channel(list);
    return show(
        channel,
        postService.mergeOptions(
            Callers.require(security), channel, post, RequestBodies.require(body).options()));
  }

  /** Makes a draft with the writing of a post. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Makes a draft with the writing of a post")
  @POST
  @Path("/{post}/duplicate")
  public ApiResponse<PostView> duplicate(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return show(channel, postService.duplicate(Callers.require(security), channel, post));
  }

  /** Removes a post for ever. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Removes a post for ever")
  @DELETE
  @Path("/{post}")
  public ApiResponse<Void> delete(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post) {
    postService.delete(Callers.require(security), postQueries.channel(list), post);
    return ApiResponse.done();
  }

  /** Whether a slug is taken in the channel. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Whether a slug is taken in the channel")
  @GET
  @Path("/check/{slug}")
  public ApiResponse<ExistenceView> checkSlug(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("slug") String slug) {
    boolean exists = postQueries.slugExists(Callers.require(security), list, slug);
    return ApiResponse.of(new ExistenceView(exists ? 1 : 0));
  }

  /** A post's Markdown, the paid part for those who may read it. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "A post's Markdown, the paid part for those who may read it")
  @GET
  @Path("/{post}/content")
  public ApiResponse<ContentView> content(
      @Context SecurityContext security,
      @PathParam("list") String list,
      @PathParam("post") String post) {
    Post found = postQueries.content(Callers.require(security), list, post);
    return ApiResponse.of(new ContentView(found.content(), found.paidContent()));
  }

  private ApiResponse<PostView> show(Channel channel, Post post) {
    return ApiResponse.of(postViews.whole(channel, post));
  }

  /** Whether something exists: 0 or 1. */
  public record ExistenceView(int existence) {}

  /** A post's Markdown. */
  public record ContentView(
      @com.fasterxml.jackson.annotation.JsonProperty("free-content") String freeContent,
      @com.fasterxml.jackson.annotation.JsonProperty("paid-content") String paidContent) {}
}
