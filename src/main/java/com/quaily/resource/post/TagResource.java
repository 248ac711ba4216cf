package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.model.post.TagCount;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.post.TagService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** The tags of a channel's posts. */
@Path("/lists/{list}/tags")
public final class TagResource {

  private final TagService tagService;

  public TagResource(TagService tagService) {
    this.tagService = tagService;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "List the tags of drafts and published posts, the most used first")
  @GET
  public ApiResponse<List<TagView>> list(@Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(tagService.list(caller, list).stream().map(TagView::of).toList());
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Rename a tag, or merge it into the one that has the name")
  @PUT
  @Path("/{tag}")
  public ApiResponse<TagView> rename(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("tag") String tag,
      TagRequest body) {
    String name = RequestBodies.require(body).name();
    return ApiResponse.of(TagView.of(tagService.rename(caller, list, tag, name)));
  }

  /**
   * A tag.
   *
   * @param count of drafts and published posts
   */
  public record TagView(String tag, long count) {

    static TagView of(TagCount tag) {
      return new TagView(tag.tag(), tag.posts());
    }
  }

  /** The new name of a tag. */
  public record TagRequest(String name) {}
}
