package com.quaily.resource.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
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
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** Posts of several channels: found by their words, or because one subscribed to them. */
@Path("/posts")
public final class PostSearchResource {

  private final SearchService searchService;
  private final PostViews postViews;

  public PostSearchResource(SearchService searchService, PostViews postViews) {
    this.searchService = searchService;
    this.postViews = postViews;
  }

  /** Published posts with all words of a query. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Published posts with all words of a query, the best first")
  @POST
  @Path("/search")
  public ApiResponse<SliceView<PostView>> search(
      @Context SecurityContext security, SearchRequest body) {
    SearchRequest request = RequestBodies.require(body);
    Optional<Caller> caller = Callers.of(security);
    return ApiResponse.of(
        SliceView.ofAll(
            searchService.posts(request.q(), request.listKey(), request.from(), request.most()),
            posts -> postViews.acrossChannels(posts, caller)));
  }

  /** As search, in a channel of the caller and with its drafts. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Posts of a channel of the caller with all words of a query, drafts too")
  @POST
  @Path("/all/search")
  public ApiResponse<SliceView<PostView>> searchAll(
      @Context SecurityContext security, SearchRequest body) {
    SearchRequest request = RequestBodies.require(body);
    Caller caller = Callers.require(security);
    return ApiResponse.of(
        SliceView.ofAll(
            searchService.allPosts(
                caller, request.q(), request.listKey(), request.from(), request.most()),
            posts -> postViews.acrossChannels(posts, Optional.of(caller))));
  }

  /** What is new in the channels that the caller subscribed to. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.USER_FULL)
  @Operation(summary = "Posts of the channels that the caller subscribed to, newest first")
  @GET
  @Path("/subscribed")
  public ApiResponse<SliceView<PostView>> subscribed(
      @Context SecurityContext security, @BeanParam PaginationParams slice) {
    Caller caller = Callers.require(security);
    return ApiResponse.of(
        SliceView.ofAll(
            searchService.subscribed(caller, slice.offset(), slice.limit()),
            posts -> postViews.acrossChannels(posts, Optional.of(caller))));
  }

  /**
   * What is searched for.
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
            ErrorCode.INVALID_FIELD, field, "must be a whole number from 0 on");
      }
      return value == null ? otherwise : value;
    }
  }
}
