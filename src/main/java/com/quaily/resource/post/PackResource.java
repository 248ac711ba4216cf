package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.model.post.Pack;
import com.quaily.model.post.Post;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.PackView;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.SliceView.PaginationView;
import com.quaily.service.post.PackService;
import com.quaily.service.post.PackService.Draft;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;

/** Packs: ordered collections of a channel's posts. */
@Path("/lists")
public final class PackResource {

  private final PackService packService;
  private final PostQueries postQueries;
  private final PostViews postViews;

  public PackResource(PackService packService, PostQueries postQueries, PostViews postViews) {
    this.packService = packService;
    this.postQueries = postQueries;
    this.postViews = postViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List a channel's packs, newest first")
  @GET
  @Path("/{list}/packs")
  public ApiResponse<List<PackView>> list(@PathParam("list") String list) {
    return ApiResponse.of(
        packService.list(list).stream().map(pack -> view(pack, published(pack), null)).toList());
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get a pack with its published posts")
  @GET
  @Path("/{list}/packs/{pack}")
  public ApiResponse<PackView> get(@PathParam("list") String list, @PathParam("pack") String pack) {
    return show(packService.get(list, pack));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List the published posts of a pack in order")
  @GET
  @Path("/{list}/packs/{pack}/posts")
  public ApiResponse<PackPostsView> posts(
      @PathParam("list") String list,
      @PathParam("pack") String packKey,
      @BeanParam PaginationParams slice) {
    Pack pack = packService.get(list, packKey);
    List<PostView> posts = posts(pack);
    int from = Math.min(slice.offset(), posts.size());
    int to = Math.min(from + slice.limit(), posts.size());
    return ApiResponse.of(
        new PackPostsView(
            view(pack, posts.stream().map(PostView::id).toList(), null),
            posts.subList(from, to),
            new PaginationView(posts.size(), slice.offset(), to, slice.limit())));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Create a pack")
  @POST
  @Path("/{list}/packs")
  public ApiResponse<PackView> create(
      @Context Caller caller, @PathParam("list") String list, PackRequest body) {
    return show(packService.create(caller, list, RequestBodies.require(body).draft()));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Update a pack; omitted fields keep their values")
  @PUT
  @Path("/{list}/packs/{pack}")
  public ApiResponse<PackView> update(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("pack") String pack,
      PackRequest body) {
    return show(packService.update(caller, list, pack, RequestBodies.require(body).draft()));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Delete a pack; its posts remain")
  @DELETE
  @Path("/{list}/packs/{pack}")
  public ApiResponse<Void> delete(
      @Context Caller caller, @PathParam("list") String list, @PathParam("pack") String pack) {
    packService.delete(caller, list, pack);
    return ApiResponse.done();
  }

  /** Ids of drafts are nobody's business. */
  private List<Long> published(Pack pack) {
    return postQueries.published(pack.channelId(), pack.postIds()).stream().map(Post::id).toList();
  }

  private List<PostView> posts(Pack pack) {
    return postViews.inList(
        postQueries.published(pack.channelId(), pack.postIds()), Optional.empty());
  }

  private ApiResponse<PackView> show(Pack pack) {
    List<PostView> posts = posts(pack);
    return ApiResponse.of(view(pack, posts.stream().map(PostView::id).toList(), posts));
  }

  private static PackView view(Pack pack, List<Long> postIds, List<PostView> posts) {
    return new PackView(
        pack.id(),
        pack.uuid(),
        pack.title(),
        pack.description(),
        pack.coverImageUrl(),
        pack.channelId(),
        postIds,
        pack.createdAt(),
        pack.updatedAt(),
        posts,
        postIds.size());
  }

  /** Posts of a pack. */
  public record PackPostsView(PackView pack, List<PostView> posts, PaginationView pagination) {}

  /** Body of {@code POST …/packs} and {@code PUT …/packs/:pack}. */
  public record PackRequest(
      String title, String description, String coverImageUrl, List<Long> postIds) {

    Draft draft() {
      return new Draft(title, description, coverImageUrl, postIds);
    }
  }
}
