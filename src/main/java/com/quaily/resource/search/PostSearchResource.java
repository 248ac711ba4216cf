package com.quaily.resource.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.SliceView;
import com.quaily.service.search.SearchService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Optional;

/** Searches posts, and lists posts of subscribed channels. */
@Path("/posts")
public final class PostSearchResource {

  private final SearchService searchService;
  private final PostViews postViews;

  public PostSearchResource(SearchService searchService, PostViews postViews) {
    this.searchService = searchService;
    this.postViews = postViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Search published posts that contain all words of a query, best match first")
  @POST
  @Path("/search")
  public ApiResponse<SliceView<PostView>> search(
      @Context Optional<Caller> caller, SearchRequest body) {
    SearchRequest request = RequestBodies.require(body);
    return ApiResponse.of(
        SliceView.ofAll(
            searchService.posts(request.q(), request.listKey(), request.from(), request.most()),
            posts -> postViews.acrossChannels(posts, caller)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Search the posts of the caller's channel, including drafts")
  @POST
  @Path("/all/search")
  public ApiResponse<SliceView<PostView>> searchAll(@Context Caller caller, SearchRequest body) {
    SearchRequest request = RequestBodies.require(body);
    return ApiResponse.of(
        SliceView.ofAll(
            searchService.allPosts(
                caller, request.q(), request.listKey(), request.from(), request.most()),
            posts -> postViews.acrossChannels(posts, Optional.of(caller))));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.USER_FULL)
  @Operation(summary = "List posts of the channels the caller subscribes to, newest first")
  @GET
  @Path("/subscribed")
  public ApiResponse<SliceView<PostView>> subscribed(
      @Context Caller caller, @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.ofAll(
            searchService.subscribed(caller, slice.offset(), slice.limit()),
            posts -> postViews.acrossChannels(posts, Optional.of(caller))));
  }

  /**
   * A search request.
   *
   * @param list id or slug of a channel; 0 or null = all
   */
  public record SearchRequest(
      String q,
      @Schema(types = {"string", "integer"}) JsonNode list,
      Integer offset,
      Integer limit) {

    String listKey() {
      if (list == null || list.isNull()) {
        return "";
      }
      if (!list.isTextual() && !list.isIntegralNumber()) {
        throw new InvalidException(ErrorCode.INVALID_FIELD, "list", "must be an id or a slug");
      }
      return list.asText();
    }

    int from() {
      return atLeastZero("offset", offset, 0);
    }

    int most() {
      int most = atLeastZero("limit", limit, Limits.SLICE_DEFAULT);
      return Math.max(1, Math.min(Limits.SLICE, most));
    }

    private static int atLeastZero(String field, Integer value, int otherwise) {
      if (value != null && value < 0) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD, field, "must be a non-negative integer");
      }
      return value == null ? otherwise : value;
    }
  }
}
